package com.modalitysystems.onboarding.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DataDirectoryTests {

	@TempDir
	private Path directory;

	@Test
	void directoryIsTakenByOneAtATime() throws IOException {
		try (DataDirectory taken = DataDirectory.take(this.directory)) {
			assertThat(taken.database()).isEqualTo(this.directory.resolve("postgresql"));
			assertThatExceptionOfType(SandboxRefused.class).isThrownBy(() -> DataDirectory.take(this.directory))
				.withMessageContaining("Another instance is running on the data directory " + this.directory);
		}
		DataDirectory.take(this.directory).close();
	}

	@Test
	void databaseThatWasMadeIsKept() throws IOException {
		try (DataDirectory taken = DataDirectory.take(this.directory)) {
			Files.createDirectory(taken.database());
			taken.markComplete();
			taken.markComplete();
			assertThat(taken.database()).exists();
		}
		try (DataDirectory again = DataDirectory.take(this.directory)) {
			assertThat(again.database()).exists();
		}
	}

	@Test
	void databaseThatWasHalfMadeIsPutAside() throws IOException {
		try (DataDirectory taken = DataDirectory.take(this.directory)) {
			for (int start = 1; start <= 2; start++) {
				Files.createDirectory(taken.database());
				assertThat(taken.database()).doesNotExist();
				assertThat(this.directory.resolve("postgresql-unfinished-" + start)).exists();
			}
		}
	}

	@Test
	void noServerIsLeftWhereNoneRan() throws IOException {
		assertThat(LeftoverServer.on(this.directory)).isEmpty();
		Files.writeString(this.directory.resolve("postmaster.pid"), "nonsense\n");
		assertThat(LeftoverServer.on(this.directory)).isEmpty();
	}

	@Test
	void strangersProcessIsNoLeftoverServer() throws IOException {
		Files.writeString(this.directory.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");
		assertThat(LeftoverServer.on(this.directory)).isEmpty();
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void leftoverServerIsStopped() throws IOException {
		// stands in for the server: what counts is the name of the program
		Path program = Files.copy(Path.of("/bin/sleep"), this.directory.resolve("postgres"),
				StandardCopyOption.COPY_ATTRIBUTES);
		Process server = new ProcessBuilder(program.toString(), "60").start();
		try {
			Files.writeString(this.directory.resolve("postmaster.pid"), server.pid() + "\n" + this.directory + "\n");
			LeftoverServer.on(this.directory).orElseThrow().stop();
			assertThat(server.isAlive()).isFalse();
		}
		finally {
			server.destroyForcibly();
		}
	}

}
