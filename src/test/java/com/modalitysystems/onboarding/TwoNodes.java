package com.modalitysystems.onboarding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Two nodes of the packaged application in production form on one database. The world
 * outside is the sandbox of a third process, which has a database of its own.
 */
final class TwoNodes implements AutoCloseable {

	static final String PASSWORD = "Correct-Horse-7-Battery";

	private static final Path PLACE = Path.of("target", "two-nodes");

	private final String linkSecret = UUID.randomUUID() + "-" + UUID.randomUUID();

	private final EmbeddedPostgres postgres;

	private final PackagedApplication world;

	private final PackagedApplication one;

	private final PackagedApplication other;

	private int turn;

	TwoNodes() throws IOException {
		FileSystemUtils.deleteRecursively(PLACE);
		Files.createDirectories(PLACE.resolve("secrets"));
		this.postgres = EmbeddedPostgres.start();
		JdbcClient.create(this.postgres.getPostgresDatabase()).sql("create database world").update();
		JdbcClient.create(this.postgres.getPostgresDatabase()).sql("create database onboarding").update();
		int smtp = PackagedApplication.freePort();
		this.world = new PackagedApplication(PLACE.resolve("world.log"), "UTC", "--spring.profiles.active=sandbox",
				"--sandbox.smtp-port=" + smtp, "--sandbox.retry-after=0s", "--spring.datasource.url=" + url("world"),
				"--spring.datasource.username=postgres", "--spring.datasource.password=postgres");
		settings(smtp);
		secrets();
		this.one = node("one", "Europe/Berlin");
		this.other = node("other", "America/New_York");
	}

	/** Start all three, and wait until they are ready. */
	void start() {
		all().forEach(PackagedApplication::start);
		all().forEach(PackagedApplication::awaitReady);
	}

	PackagedApplication one() {
		return this.one;
	}

	PackagedApplication other() {
		return this.other;
	}

	/** The node whose turn it is. */
	PackagedApplication next() {
		this.turn++;
		return (this.turn % 2 == 0) ? this.one : this.other;
	}

	/** The sandbox that both take for the world. */
	Outside world() {
		return new Outside(this.world.base());
	}

	/** The database that both share. */
	JdbcClient database() {
		return JdbcClient.create(this.postgres.getDatabase("postgres", "onboarding"));
	}

	String linkSecret() {
		return this.linkSecret;
	}

	/** What both have written into their logs, line by line. */
	List<String> log() throws IOException {
		List<String> lines = new ArrayList<>(this.one.log());
		lines.addAll(this.other.log());
		return lines;
	}

	/** Ask both to end, and wait until they have. */
	void stop() throws InterruptedException {
		this.one.stop();
		this.other.stop();
	}

	@Override
	public void close() throws IOException {
		all().forEach(PackagedApplication::close);
		this.postgres.close();
	}

	private Stream<PackagedApplication> all() {
		return Stream.of(this.world, this.one, this.other);
	}

	private PackagedApplication node(String name, String timeZone) {
		return new PackagedApplication(PLACE.resolve(name + ".log"), timeZone,
				"--spring.config.additional-location=file:" + PLACE.resolve("application.properties"),
				"--spring.config.import=configtree:" + PLACE.resolve("secrets") + "/");
	}

	private String url(String name) {
		return this.postgres.getJdbcUrl("postgres", name);
	}

	private void settings(int smtp) throws IOException {
		String sandbox = this.world.base() + "/sandbox";
		Files.writeString(PLACE.resolve("application.properties"), """
				onboarding.public-url=http://localhost
				onboarding.allow-loopback-services=true
				directory.entra.login-url=%1$s/login
				directory.entra.graph-url=%1$s/graph
				directory.entra.home-tenant=6f1d9a52-3c47-4b5e-9a51-0d2c8e7f4a10
				directory.entra.client-id=2b6f4c1e-8a3d-4f7b-9c25-51e0d7a8b3f6
				firewall.azure.base-url=%1$s/azure
				firewall.azure.login-url=%1$s/login
				firewall.azure.tenant-id=6f1d9a52-3c47-4b5e-9a51-0d2c8e7f4a10
				firewall.azure.client-id=7c9e2d45-16b8-4a0f-8d73-e4b5f0a1c296
				firewall.azure.security-group=/subscriptions/0f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a/resourceGroups/\
				onemeeting-eu-TeamsConn-RG/providers/Microsoft.Network/networkSecurityGroups/onemeeting-eu-nsg
				conference.pexip.base-url=%1$s/pexip
				conference.pexip.username=onboarding
				conference.pexip.connector-address=modalitygw1.eu.teams.videosrv.net
				conference.pexip.alias-domain=videosrv.net
				conference.pexip.instruction-host=px-eu.videosrv.net
				conference.pexip.trusted-application-id=2b6f4c1e-8a3d-4f7b-9c25-51e0d7a8b3f6
				mail.from=onemeeting@videosrv.net
				mail.tls=none
				spring.mail.host=localhost
				spring.mail.port=%2$d
				spring.datasource.url=%3$s
				spring.datasource.username=postgres
				staff.administrator.id=root
				camunda.bpm.job-execution.lock-time-in-millis=20000
				logging.structured.format.console=ecs
				""".formatted(sandbox, smtp, url("onboarding")));
	}

	private void secrets() throws IOException {
		Map<String, String> secrets = Map.of("spring.datasource.password", "postgres", "onboarding.link-secret",
				this.linkSecret, "staff.administrator.password", PASSWORD, "directory.entra.client-secret",
				"sandbox-entra-secret", "firewall.azure.client-secret", "sandbox-azure-secret",
				"conference.pexip.password", "sandbox-pexip-password");
		for (Map.Entry<String, String> secret : secrets.entrySet()) {
			Files.writeString(PLACE.resolve("secrets").resolve(secret.getKey()), secret.getValue());
		}
	}

}
