package com.modalitysystems.onboarding.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A database server that outlived its application: a killed application cannot stop it.
 * Only who holds the data directory may.
 */
final class LeftoverServer {

	private static final long SECONDS = 10;

	private final ProcessHandle process;

	private LeftoverServer(ProcessHandle process) {
		this.process = process;
	}

	/** The server that runs on these files, if there is one. */
	static Optional<LeftoverServer> on(Path database) throws IOException {
		Path file = database.resolve("postmaster.pid");
		if (!Files.exists(file)) {
			return Optional.empty();
		}
		List<String> lines = Files.readAllLines(file);
		return lines.stream()
			.findFirst()
			.map(String::strip)
			.filter(line -> line.matches("\\d+"))
			.flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
			.filter(LeftoverServer::isPostgres)
			.map(LeftoverServer::new);
	}

	// its number may have gone to some other process since
	private static boolean isPostgres(ProcessHandle process) {
		return process.info()
			.command()
			.map(command -> Path.of(command).getFileName().toString())
			.filter(name -> name.equals("postgres") || name.equals("postgres.exe"))
			.isPresent();
	}

	void stop() {
		CompletableFuture<ProcessHandle> exit = this.process.onExit();
		this.process.destroy();
		exit.copy().completeOnTimeout(this.process, SECONDS, TimeUnit.SECONDS).join();
		if (this.process.isAlive()) {
			// its data survive that, as they survive a power cut
			this.process.destroyForcibly();
			exit.join();
		}
	}

}
