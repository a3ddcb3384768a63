package com.modalitysystems.onboarding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The application as it is delivered, in a machine of its own. */
final class PackagedApplication implements AutoCloseable {

	private static final Path JAR = Path.of("target", "onboarding.jar");

	private final HttpClient http = HttpClient.newHttpClient();

	private final int port = freePort();

	private final int managementPort = freePort();

	private final Path log;

	private final String timeZone;

	private final List<String> settings;

	private Process process;

	/**
	 * An application that is not started yet.
	 * @param log where its output goes
	 * @param timeZone of its machine
	 * @param settings as they stand on the command line
	 */
	PackagedApplication(Path log, String timeZone, String... settings) {
		this.log = log;
		this.timeZone = timeZone;
		this.settings = List.of(settings);
	}

	/** Start it, and do not wait. */
	void start() {
		assertThat(JAR).as("the packaged application; ./mvnw package makes it").exists();
		try {
			this.process = new ProcessBuilder(
					Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
							"-Xmx512m", "-Duser.timezone=" + this.timeZone, "-XX:TieredStopAtLevel=1",
							"-XX:+UseSerialGC", "-jar", JAR.toString(), "--server.port=" + this.port,
							"--management.server.port=" + this.managementPort), this.settings.stream())
						.toList())
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void awaitReady() {
		await().atMost(Duration.ofMinutes(5))
			.failFast("It stopped; see " + this.log, () -> !this.process.isAlive())
			.ignoreExceptions()
			.until(() -> get(base() + "/readyz").contains("UP"));
	}

	/** End it as a power cut would. */
	void kill() {
		this.process.destroyForcibly();
		await().atMost(Duration.ofMinutes(1)).until(() -> !this.process.isAlive());
	}

	/** Ask it to end, and wait until it has. */
	void stop() throws InterruptedException {
		this.process.destroy();
		assertThat(this.process.waitFor(90, TimeUnit.SECONDS)).as("stopped in time").isTrue();
	}

	String base() {
		return "http://localhost:" + this.port;
	}

	/** What operators read behind the management port. */
	String management(String path) {
		try {
			return get("http://localhost:" + this.managementPort + "/actuator" + path);
		}
		catch (IOException | InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	List<String> log() throws IOException {
		return Files.readAllLines(this.log);
	}

	@Override
	public void close() {
		if (this.process != null) {
			this.process.destroyForcibly();
		}
	}

	private String get(String address) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString()).body();
	}

	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
