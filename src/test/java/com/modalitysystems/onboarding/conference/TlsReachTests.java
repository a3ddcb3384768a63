package com.modalitysystems.onboarding.conference;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.modalitysystems.onboarding.doctor.Finding;
import com.modalitysystems.onboarding.doctor.Finding.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TlsReachTests {

	private static final String PASSWORD = "keystore-of-a-test";

	@TempDir
	private static Path directory;

	private static WireMockServer server;

	private static SSLSocketFactory trusting;

	/** A server of the name localhost, and of no other. */
	@BeforeAll
	static void serve() throws Exception {
		Path store = directory.resolve("localhost.p12");
		new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
				"-alias", "localhost", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost",
				"-validity", "2", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD)
			.inheritIO()
			.start()
			.waitFor();
		trusting = trusting(store);
		server = new WireMockServer(WireMockConfiguration.options()
			.httpDisabled(true)
			.dynamicHttpsPort()
			.keystorePath(store.toString())
			.keystoreType("PKCS12")
			.keystorePassword(PASSWORD)
			.keyManagerPassword(PASSWORD));
		server.start();
	}

	@AfterAll
	static void stop() {
		server.stop();
	}

	@Test
	void aHostWithACertificateOfItsNameIsThere() {
		assertThat(look(trusting, "localhost", server.httpsPort())).isEqualTo(
				Finding.ok("the connector, localhost:" + server.httpsPort() + ", answers, and its certificate fits"));
	}

	@Test
	void aCertificateOfAnotherNameIsAFailure() {
		assertThat(look(trusting, "127.0.0.1", server.httpsPort()).verdict()).isEqualTo(Verdict.failed);
	}

	@Test
	void aCertificateThatNobodyTrustsIsAFailure() {
		Finding finding = look((SSLSocketFactory) SSLSocketFactory.getDefault(), "localhost", server.httpsPort());
		assertThat(finding.verdict()).isEqualTo(Verdict.failed);
		assertThat(finding.fix()).contains("conference.pexip.connector-address");
	}

	@Test
	void whatDoesNotAnswerIsAWarning() throws IOException {
		int port;
		try (ServerSocket nobody = new ServerSocket(0)) {
			port = nobody.getLocalPort();
		}
		assertThat(look(trusting, "localhost", port).verdict()).isEqualTo(Verdict.warning);
		assertThat(look(trusting, "nowhere.invalid", 443).what()).contains("not known to the DNS");
	}

	private static Finding look(SSLSocketFactory sockets, String host, int port) {
		return new TlsReach(sockets).look("the connector", host, port, "conference.pexip.connector-address");
	}

	private static SSLSocketFactory trusting(Path store) throws GeneralSecurityException, IOException {
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream input = Files.newInputStream(store)) {
			keys.load(input, PASSWORD.toCharArray());
		}
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry("localhost", keys.getCertificate("localhost"));
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(trusted);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		return context.getSocketFactory();
	}

}
