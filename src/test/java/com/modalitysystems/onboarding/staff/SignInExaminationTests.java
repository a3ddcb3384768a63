package com.modalitysystems.onboarding.staff;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.modalitysystems.onboarding.doctor.Finding;
import com.modalitysystems.onboarding.doctor.Finding.Verdict;
import com.sun.net.httpserver.HttpServer;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class SignInExaminationTests {

	private final MockOAuth2Server openId = new MockOAuth2Server();

	@BeforeEach
	void start() {
		this.openId.start(InetAddress.getLoopbackAddress(), 0);
	}

	@AfterEach
	void stop() {
		this.openId.shutdown();
	}

	private String issuer() {
		return this.openId.issuerUrl("people").toString();
	}

	private static List<Finding> findings(String issuer, String secret) {
		MockEnvironment settings = new MockEnvironment().withProperty("staff.sign-in.issuer", issuer)
			.withProperty("staff.sign-in.client-id", "onboarding")
			.withProperty("staff.sign-in.client-secret", secret);
		return new SignInExamination(Binder.get(settings).bind("staff", StaffSettings.class).get()).findings();
	}

	@Test
	void aProviderThatAnswersIsFine() {
		assertThat(findings(issuer(), "a-good-secret")).extracting(Finding::verdict)
			.containsExactly(Verdict.ok, Verdict.ok);
	}

	@Test
	void aProviderOfAnotherNameIsAFailureThatSaysItsName() {
		assertThat(findings(issuer() + "/", "a-good-secret").get(1)).satisfies((finding) -> {
			assertThat(finding.verdict()).isEqualTo(Verdict.failed);
			assertThat(finding.what()).contains('"' + issuer() + '"');
			assertThat(finding.fix()).contains("staff.sign-in.issuer");
		});
	}

	@Test
	void aProviderThatIsNotThereIsAFailure() {
		String issuer = issuer();
		this.openId.shutdown();
		assertThat(findings(issuer, "a-good-secret").get(1)).satisfies((finding) -> {
			assertThat(finding.verdict()).isEqualTo(Verdict.failed);
			assertThat(finding.what()).contains("cannot be reached");
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "200 | {\"issuer\":\"ISSUER\",\"jwks_uri\":\"x\"} | authorization_endpoint, token_endpoint",
					"200 | <html> | is no discovery document", "404 | {} | answers 404" })
	void aDocumentThatIsOfNoUseIsAFailure(int status, String document, String what) throws IOException {
		HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		String issuer = "http://localhost:" + other.getAddress().getPort();
		byte[] body = document.replace("ISSUER", issuer).getBytes(StandardCharsets.UTF_8);
		other.createContext("/.well-known/openid-configuration", (call) -> {
			call.sendResponseHeaders(status, body.length);
			call.getResponseBody().write(body);
			call.close();
		});
		other.start();
		try {
			assertThat(findings(issuer, "a-good-secret").get(1)).satisfies((finding) -> {
				assertThat(finding.verdict()).isEqualTo(Verdict.failed);
				assertThat(finding.what()).contains(what);
			});
		}
		finally {
			other.stop(0);
		}
	}

	@ParameterizedTest
	@CsvSource({ "0f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a, warning", "' ', failed", "'a-good-secret ', failed" })
	void aSecretThatCannotBeOneIsFoundAndNotShown(String secret, Verdict verdict) {
		assertThat(findings(issuer(), secret).get(0)).satisfies((finding) -> {
			assertThat(finding.verdict()).isEqualTo(verdict);
			assertThat(finding.what() + finding.fix()).doesNotContain("0f8e7d6c", "a-good-secret");
		});
	}

}
