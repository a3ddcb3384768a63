package com.modalitysystems.onboarding.sandbox;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.http.TestCertificate;
import com.modalitysystems.onboarding.sandbox.Outside.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
class SimulatedProofTests {

	private static final String REGISTRATION = "/applications/" + Outside.VIDEO_APP + "/certificate";

	private static final String TOKEN = "/login/" + Outside.HOME + "/oauth2/v2.0/token";

	private static final String ENTRA = "https://login.microsoftonline.com/";

	@TempDir
	private static Path folder;

	private static TestCertificate registered;

	private static TestCertificate other;

	@LocalServerPort
	private int port;

	private Outside outside;

	private final ObjectMapper json = new ObjectMapper();

	private final ObjectNode header = this.json.createObjectNode().put("alg", "RS256").put("typ", "JWT");

	private final ObjectNode claims = this.json.createObjectNode();

	@BeforeAll
	static void makeCertificates() {
		registered = TestCertificate.in(folder, "registered", 3650);
		other = TestCertificate.in(folder, "other", 3650);
	}

	@BeforeEach
	void register() throws GeneralSecurityException {
		this.outside = new Outside(this.port);
		assertThat(
				this.outside.call("PUT", REGISTRATION, Map.of("Content-Type", "text/plain"), registered.pem()).status())
			.isEqualTo(204);
		long now = Instant.now().getEpochSecond();
		this.header.put("x5t#S256", thumbprint("SHA-256", registered));
		this.claims.put("aud", ENTRA + Outside.HOME + "/oauth2/v2.0/token")
			.put("iss", Outside.VIDEO_APP)
			.put("sub", Outside.VIDEO_APP)
			.put("jti", "1")
			.put("nbf", now)
			.put("exp", now + 600);
	}

	@AfterEach
	void remove() {
		this.outside.call("DELETE", REGISTRATION, Map.of(), null);
	}

	@Test
	void whatTheRegisteredCertificateSignedIsTaken() throws GeneralSecurityException {
		assertThat(signIn().status()).isEqualTo(200);
	}

	@Test
	void theOlderThumbprintAndTheCommonAlphabetAreTaken() throws GeneralSecurityException {
		this.header.removeAll();
		this.header.put("alg", "RS256").put("x5t", thumbprint("SHA-1", registered));
		assertThat(signIn().status()).isEqualTo(200);
		this.header.remove("x5t");
		this.header.put("x5t#S256", Base64.getEncoder().encodeToString(digest("SHA-256", registered)));
		assertThat(signIn().status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { ENTRA + Outside.HOME + "/v2.0" })
	void theIssuerIsAnAudience(String audience) throws GeneralSecurityException {
		this.claims.put("aud", audience);
		assertThat(signIn().status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "aud, https://graph.microsoft.com, 700023",
			"aud, https://login.microsoftonline.com/common/oauth2/v2.0/token, 700023", "aud, , 700023",
			"iss, somebody, 700021", "sub, somebody, 700021", "sub, , 700021" })
	void whatIsSaidMustBeTrue(String claim, String value, int code) throws GeneralSecurityException {
		this.claims.put(claim, value);
		assertRefused(signIn(), code);
	}

	@ParameterizedTest
	@CsvSource({ "exp, -301", "exp, -100000", "nbf, 400" })
	void itMustBeSaidNow(String claim, long seconds) throws GeneralSecurityException {
		this.claims.put(claim, Instant.now().getEpochSecond() + seconds);
		assertRefused(signIn(), 700024);
	}

	@Test
	void itMustEnd() throws GeneralSecurityException {
		this.claims.remove("exp");
		assertRefused(signIn(), 700024);
	}

	@Test
	void aKeyThatIsNotRegisteredIsNotFound() throws GeneralSecurityException {
		this.header.put("x5t#S256", thumbprint("SHA-256", other));
		assertRefused(signIn(other.key()), 700027);
		this.header.remove("x5t#S256");
		assertRefused(signIn(), 700027);
	}

	@Test
	void whatAnotherKeySignedIsNoSignature() throws GeneralSecurityException {
		assertRefused(signIn(other.key()), 700027);
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "HS256", "ES256" })
	void otherAlgorithmsAreNotTaken(String algorithm) throws GeneralSecurityException {
		this.header.put("alg", algorithm);
		assertRefused(signIn(), 700027);
	}

	@Test
	void aCertificateThatHasExpiredIsNotTaken() throws GeneralSecurityException {
		TestCertificate expired = TestCertificate.expiredIn(folder);
		this.outside.call("PUT", REGISTRATION, Map.of("Content-Type", "text/plain"), expired.pem());
		this.header.put("x5t#S256", thumbprint("SHA-256", expired));
		Answer answer = signIn(expired.key());
		assertRefused(answer, 700027);
		assertThat(answer.json().path("error_description").asText()).contains("The key used is expired.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a.b.c", "e30.e30", "W10.W10.c2ln" })
	void whatIsNoAssertionIsRefused(String nonsense) {
		assertRefused(send(nonsense), 50027);
	}

	@Test
	void withoutACertificateThereIsNoKeyToFind() throws GeneralSecurityException {
		remove();
		assertRefused(signIn(), 700027);
	}

	@ParameterizedTest
	@CsvSource({ "00000000-1111-4222-8333-444444444444, whatever, 404", Outside.VIDEO_APP + ", whatever, 400" })
	void onlyACertificateOfAnApplicationOfOursIsRegistered(String application, String pem, int status) {
		assertThat(this.outside
			.call("PUT", "/applications/" + application + "/certificate", Map.of("Content-Type", "text/plain"), pem)
			.status()).isEqualTo(status);
	}

	private Answer signIn() throws GeneralSecurityException {
		return signIn(registered.key());
	}

	private Answer signIn(PrivateKey key) throws GeneralSecurityException {
		String content = base64(this.header.toString().getBytes(StandardCharsets.UTF_8)) + "."
				+ base64(this.claims.toString().getBytes(StandardCharsets.UTF_8));
		Signature signature = Signature.getInstance("SHA256withRSA");
		signature.initSign(key);
		signature.update(content.getBytes(StandardCharsets.US_ASCII));
		return send(content + "." + base64(signature.sign()));
	}

	private Answer send(String assertion) {
		Map<String, String> fields = new HashMap<>(Outside.credentials(Outside.VIDEO_APP, "no secret", Outside.GRAPH));
		fields.remove("client_secret");
		fields.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
		fields.put("client_assertion", assertion);
		return this.outside.form(TOKEN, fields);
	}

	private static void assertRefused(Answer answer, int code) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(401);
		assertThat(answer.json().path("error").asText()).isEqualTo("invalid_client");
		assertThat(answer.json().path("error_codes").path(0).asInt()).isEqualTo(code);
	}

	private static String thumbprint(String algorithm, TestCertificate certificate) throws GeneralSecurityException {
		return base64(digest(algorithm, certificate));
	}

	private static byte[] digest(String algorithm, TestCertificate certificate) throws GeneralSecurityException {
		return MessageDigest.getInstance(algorithm).digest(certificate.publicPart().getEncoded());
	}

	private static String base64(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
