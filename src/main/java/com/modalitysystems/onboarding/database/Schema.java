package com.modalitysystems.onboarding.database;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.doctor.Finding;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

import org.springframework.stereotype.Component;

/** Whether the database's tables are those of this version; nothing is migrated. */
@Component
class Schema {

	private final Flyway flyway;

	Schema(Flyway flyway) {
		this.flyway = flyway;
	}

	List<Finding> findings() {
		List<MigrationInfo> all = List.of(this.flyway.info().all());
		List<Finding> wrong = Stream
			.of(failed(all), foreign(all), changed(), pending(this.flyway.info().pending().length))
			.flatMap(List::stream)
			.toList();
		return wrong.isEmpty() ? List.of(Finding.ok("migrated to this version: " + newest(all))) : wrong;
	}

	private static List<Finding> failed(List<MigrationInfo> all) {
		return those(all, (migration) -> migration.getState().isFailed())
			.map((migration) -> Finding.failed("migration " + named(migration) + " failed",
					"Restore the last backup, or ask whoever wrote it."))
			.toList();
	}

	private static List<Finding> foreign(List<MigrationInfo> all) {
		return those(all, (migration) -> migration.getState().isApplied() && !migration.getState().isResolved())
			.map((migration) -> Finding.failed("migration " + named(migration) + " is not of this version",
					"Start the version that this database was last used with, or a newer one."))
			.toList();
	}

	private List<Finding> changed() {
		return this.flyway.validateWithResult().invalidMigrations.stream()
			.filter((migration) -> migration.errorDetails.errorCode.toString().contains("MISMATCH"))
			.map((migration) -> Finding.failed("migration " + migration.version + " was another one when it was made",
					"Start the version that this database was last used with."))
			.toList();
	}

	private static List<Finding> pending(int pending) {
		return (pending == 0) ? List.of() : List.of(Finding.warning("migrations still to be made: " + pending,
				"The application makes them when it starts; make a backup before."));
	}

	private static String newest(List<MigrationInfo> all) {
		return all.stream()
			.filter((migration) -> migration.getVersion() != null && migration.getState().isApplied())
			.reduce((earlier, later) -> later)
			.map(Schema::named)
			.orElse("");
	}

	private static Stream<MigrationInfo> those(List<MigrationInfo> all, Predicate<MigrationInfo> which) {
		return all.stream().filter(which);
	}

	private static String named(MigrationInfo migration) {
		return (migration.getVersion() != null) ? migration.getVersion() + " (" + migration.getDescription() + ")"
				: migration.getDescription();
	}

}
