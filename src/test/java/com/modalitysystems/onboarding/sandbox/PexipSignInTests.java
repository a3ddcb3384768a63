package com.modalitysystems.onboarding.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.sandbox.Outside.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
class PexipSignInTests {

	private static final String CLIENT = "3f0c7a5e-9d41-4c86-b2e7-80a6d95f1b34";

	@LocalServerPort
	private int port;

	@Autowired
	private World world;

	@Autowired
	private SandboxSettings settings;

	@Autowired
	private Clock clock;

	private Outside outside;

	@BeforeEach
	void connect() {
		this.outside = new Outside(this.port);
	}

	@Test
	void aClientThatProvesItselfGetsATokenThatOpensTheApi() throws Exception {
		Answer answer = ask(sign(good(), "ES256", sandboxKey()));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().path("token_type").asText()).isEqualTo("Bearer");
		assertThat(answer.json().path("expires_in").asInt()).isEqualTo(3600);
		assertThat(list(answer.json().path("access_token").asText()).status()).isEqualTo(200);
	}

	@Test
	void aTokenThatHasExpiredOpensNothing() {
		this.world.put("pexip/token", "old",
				JsonNodeFactory.instance.objectNode().put("expires", this.clock.instant().toString()));
		assertThat(list("old").status()).isEqualTo(401);
		assertThat(list("never-issued").status()).isEqualTo(401);
	}

	@Test
	void anAssertionIsTakenOnce() throws Exception {
		String assertion = sign(good(), "ES256", sandboxKey());
		assertThat(ask(assertion).status()).isEqualTo(200);
		assertThat(ask(assertion).json().path("error").asText()).isEqualTo("invalid_client");
	}

	@ParameterizedTest
	@CsvSource({ "iss, other", "sub, other", "aud, https://elsewhere.example/oauth/token/", "aud, ''", "jti, ''",
			"exp, -1", "exp, 7200", "iat, 3600" })
	void anAssertionThatIsNotForUsAndNowIsRefused(String claim, String value) throws Exception {
		Map<String, Object> claims = good();
		boolean time = claim.equals("exp") || claim.equals("iat");
		claims.put(claim, time ? (Object) (this.clock.instant().getEpochSecond() + Long.parseLong(value)) : value);
		Answer answer = ask(sign(claims, "ES256", sandboxKey()));
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.json().path("error").asText()).isEqualTo("invalid_client");
	}

	@Test
	void anAssertionOfAnotherKeyOrAlgorithmIsRefused() throws Exception {
		KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
		keys.initialize(256);
		assertThat(ask(sign(good(), "ES256", keys.generateKeyPair().getPrivate())).status()).isEqualTo(401);
		assertThat(ask(sign(good(), "none", sandboxKey())).status()).isEqualTo(401);
		assertThat(ask("a.b").status()).isEqualTo(401);
	}

	@ParameterizedTest
	@CsvSource({ "grant_type, password, unsupported_grant_type", "grant_type, '', invalid_request",
			"client_assertion_type, jwt, invalid_request", "client_assertion, '', invalid_request" })
	void aRequestThatIsNotOfTheDocumentedFormIsRefused(String name, String value, String error) throws Exception {
		Map<String, String> form = form(sign(good(), "ES256", sandboxKey()));
		form.put(name, value);
		Answer answer = this.outside.form(PexipSignIn.PATH, form);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().path("error").asText()).isEqualTo(error);
	}

	@Test
	void theSlashAtTheEndIsNeeded() throws Exception {
		String path = PexipSignIn.PATH.replaceAll("/$", "");
		assertThat(this.outside.form(path, form(sign(good(), "ES256", sandboxKey()))).status()).isNotEqualTo(200);
	}

	private Answer ask(String assertion) {
		return this.outside.form(PexipSignIn.PATH, form(assertion));
	}

	private static Map<String, String> form(String assertion) {
		return new HashMap<>(Map.of("grant_type", "client_credentials", "client_assertion_type",
				"urn:ietf:params:oauth:client-assertion-type:jwt-bearer", "client_assertion", assertion));
	}

	private Answer list(String token) {
		return this.outside.call("GET", Outside.PEXIP + "conference/?limit=1",
				Map.of("Authorization", "Bearer " + token), null);
	}

	private Map<String, Object> good() {
		long now = this.clock.instant().getEpochSecond();
		return new HashMap<>(Map.of("iss", CLIENT, "sub", CLIENT, "aud", this.settings.url() + PexipSignIn.PATH, "iat",
				now, "exp", now + 600, "jti", UUID.randomUUID().toString()));
	}

	private static String sign(Map<String, Object> claims, String algorithm, PrivateKey key)
			throws GeneralSecurityException {
		String content = encode(Map.of("alg", algorithm, "typ", "JWT")) + "." + encode(claims);
		Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
		signature.initSign(key);
		signature.update(content.getBytes(StandardCharsets.US_ASCII));
		return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
	}

	private static String encode(Map<String, Object> part) {
		byte[] json = new ObjectMapper().valueToTree(part).toString().getBytes(StandardCharsets.UTF_8);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
	}

	private static PrivateKey sandboxKey() throws GeneralSecurityException, IOException {
		String pem = new ClassPathResource("com/modalitysystems/onboarding/conference/sandbox-client.pem")
			.getContentAsString(StandardCharsets.US_ASCII);
		byte[] key = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
		return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key));
	}

}
