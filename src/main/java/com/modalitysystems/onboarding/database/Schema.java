package com.modalitysystems.onboarding.database;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.doctor.Finding;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;

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
			.of(failed(all), foreign(all), changed(), skipped(all), other(all),
					pending(this.flyway.info().pending().length))
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

	/** Those that Flyway would not make, since newer ones are made already. */
	private static List<Finding> skipped(List<MigrationInfo> all) {
		return those(all, (migration) -> migration.getState() == MigrationState.IGNORED)
			.map((migration) -> Finding.failed(
					"migration " + named(migration) + " was left out, and newer ones are made",
					"Start the version that this database was last used with, or ask whoever wrote this one."))
			.toList();
	}

	/** Whatever else Flyway would refuse to start with. */
	private List<Finding> other(List<MigrationInfo> all) {
		Set<String> told = those(all, (migration) -> isTold(migration.getState())).map(Schema::named)
			.collect(Collectors.toSet());
		return this.flyway.validateWithResult().invalidMigrations.stream()
			.filter((migration) -> !migration.errorDetails.errorCode.toString().contains("MISMATCH"))
			.filter((migration) -> !told.contains(named(migration.version, migration.description)))
			.map((migration) -> Finding.failed(
					"migration " + named(migration.version, migration.description) + ": "
							+ migration.errorDetails.errorCode,
					"Start the version that this database was last used with, or ask whoever wrote this one."))
			.toList();
	}

	private static boolean isTold(MigrationState state) {
		return state == MigrationState.PENDING || state == MigrationState.IGNORED || state.isFailed()
				|| (state.isApplied() && !state.isResolved());
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
		return named((migration.getVersion() != null) ? migration.getVersion().toString() : null,
				migration.getDescription());
	}

	private static String named(@Nullable String version, String description) {
		return (version == null || version.isEmpty()) ? description : version + " (" + description + ")";
	}

}
