package com.modalitysystems.onboarding.customer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;

import com.modalitysystems.onboarding.TestCertificate;
import com.modalitysystems.onboarding.doctor.Finding;
import com.modalitysystems.onboarding.doctor.Finding.Verdict;
import com.modalitysystems.onboarding.time.SettableClock;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class PublicUrlExaminationTests {

	private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

	@TempDir
	private Path folder;

	private SSLContext usual;

	private HttpServer server;

	@BeforeEach
	void rememberWhomWeTrust() throws Exception {
		this.usual = SSLContext.getDefault();
	}

	@AfterEach
	void close() {
		SSLContext.setDefault(this.usual);
		if (this.server != null) {
			this.server.stop(0);
		}
	}

	@Test
	void anAddressThatShowsOurStartPageIsFine() throws Exception {
		serve(HttpServer.create(ANY_PORT, 0), 200);
		assertThat(findings("http")).containsExactly(Finding.ok("reachable at " + address("http")));
	}

	@Test
	void anAddressBehindWhichNobodyRunsIsAFailure() throws Exception {
		serve(HttpServer.create(ANY_PORT, 0), 502);
		assertThat(findings("http")).singleElement().satisfies((finding) -> {
			assertThat(finding.verdict()).isEqualTo(Verdict.failed);
			assertThat(finding.what()).contains("answers 502");
			assertThat(finding.fix()).contains("onboarding.public-url");
		});
	}

	@Test
	void anAddressOutOfReachIsAFailure() throws Exception {
		serve(HttpServer.create(ANY_PORT, 0), 200);
		this.server.stop(0);
		assertThat(findings("http")).singleElement().satisfies((finding) -> {
			assertThat(finding.verdict()).isEqualTo(Verdict.failed);
			assertThat(finding.what()).contains("cannot be reached from here");
			assertThat(finding.fix()).contains("onboarding.public-url", "DNS");
		});
	}

	@Test
	void aCertificateThatNobodyKnowsIsAFailure() throws Exception {
		serveWith(TestCertificate.of(this.folder, "localhost", 90));
		assertThat(findings("https")).singleElement().satisfies((finding) -> {
			assertThat(finding.verdict()).isEqualTo(Verdict.failed);
			assertThat(finding.what()).contains("its certificate is not trusted");
			assertThat(finding.fix()).contains("localhost", "intermediates");
		});
	}

	@Test
	void aCertificateThatEndsSoonIsWorthALook() throws Exception {
		TestCertificate soon = TestCertificate.of(this.folder, "localhost", 20);
		SSLContext.setDefault(soon.client());
		serveWith(soon);
		assertThat(findings("https")).extracting(Finding::verdict).containsExactly(Verdict.ok, Verdict.warning);
	}

	@Test
	void aCertificateThatLastsIsFine() throws Exception {
		TestCertificate later = TestCertificate.of(this.folder, "localhost", 90);
		SSLContext.setDefault(later.client());
		serveWith(later);
		assertThat(findings("https")).extracting(Finding::verdict).containsExactly(Verdict.ok, Verdict.ok);
		assertThat(findings("https").get(1).what()).isEqualTo("its certificate ends in 89 days");
	}

	private void serveWith(TestCertificate certificate) throws Exception {
		HttpsServer secure = HttpsServer.create(ANY_PORT, 0);
		secure.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
		serve(secure, 200);
	}

	private void serve(HttpServer server, int status) throws IOException {
		this.server = server;
		server.createContext("/", (exchange) -> {
			exchange.sendResponseHeaders(status, -1);
			exchange.close();
		});
		server.start();
	}

	private List<Finding> findings(String scheme) {
		try (AnnotationConfigApplicationContext time = new AnnotationConfigApplicationContext(SettableClock.class)) {
			return new PublicUrlExamination(
					new OnboardingSettings(URI.create(address(scheme)),
							new Secret("test-link-secret-which-is-no-secret"), null, "OneMeeting",
							"support@videosrv.net", "", null, "videosrv.net", BrandLook.ours()),
					time.getBean(SettableClock.class))
				.findings();
		}
	}

	private String address(String scheme) {
		return scheme + "://localhost:" + this.server.getAddress().getPort();
	}

}
