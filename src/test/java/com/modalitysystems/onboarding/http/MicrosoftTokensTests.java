package com.modalitysystems.onboarding.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.findAll;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@WireMockTest
class MicrosoftTokensTests {

	private static final UUID CONTOSO = UUID.fromString("aaaabbbb-0000-cccc-1111-dddd2222eeee");

	private static final UUID FABRIKAM = UUID.fromString("bbbbcccc-1111-dddd-2222-eeee3333ffff");

	private static final String SCOPE = "https://graph.microsoft.com/.default";

	private final MicrosoftTokens tokens = new MicrosoftTokens(Clients.real());

	private ClientCredentials credentials;

	@BeforeEach
	void reachEntra(WireMockRuntimeInfo entra) {
		this.credentials = new ClientCredentials(URI.create(entra.getHttpBaseUrl() + "/login"),
				"2b6f4c1e-8a3d-4f7b-9c25-51e0d7a8b3f6", new ClientSecret("the secret"));
	}

	@Test
	void aTokenIsFetchedByTheClientCredentialsGrantAtTheSameePathOfOurLoginUrl() {
		entraAnswers(CONTOSO, token("one"));
		assertThat(token(CONTOSO)).isEqualTo("one");
		verify(postRequestedFor(urlEqualTo("/login/" + CONTOSO + "/oauth2/v2.0/token"))
			.withFormParam("client_id", equalTo("2b6f4c1e-8a3d-4f7b-9c25-51e0d7a8b3f6"))
			.withFormParam("client_secret", equalTo("the secret"))
			.withFormParam("grant_type", equalTo("client_credentials"))
			.withFormParam("scope", containing(SCOPE)));
	}

	@Test
	void anApplicationWithACertificateSignsWhoItIs(@TempDir Path folder) throws Exception {
		TestCertificate certificate = TestCertificate.in(folder, "certificate", 90);
		this.credentials = new ClientCredentials(this.credentials.loginUrl(), this.credentials.clientId(),
				ClientProof.of("directory.entra", null, certificate.file(), TestCertificate.PASSWORD));
		entraAnswers(CONTOSO, token("one"));
		assertThat(token(CONTOSO)).isEqualTo("one");
		verify(postRequestedFor(anyUrl()).withFormParam("client_assertion_type",
				equalTo("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")));
		LoggedRequest request = findAll(postRequestedFor(anyUrl())).get(0);
		assertThat(request.formParameters()).doesNotContainKey("client_secret");
		String[] parts = request.formParameter("client_assertion").firstValue().split("\\.");
		assertThat(decoded(parts[0])).contains("\"x5t#S256\":\"" + thumbprint(certificate) + "\"");
		assertThat(decoded(parts[1])).contains("\"aud\":\"https://login.microsoftonline.com/" + CONTOSO)
			.contains("\"iss\":\"" + this.credentials.clientId())
			.contains("\"sub\":\"" + this.credentials.clientId());
	}

	private static String decoded(String part) {
		return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8).replace("\\/", "/");
	}

	// msal4j writes it in the common alphabet of Base64 and not in the one for addresses;
	// Entra takes both
	private static String thumbprint(TestCertificate certificate) throws GeneralSecurityException {
		return Base64.getEncoder()
			.encodeToString(MessageDigest.getInstance("SHA-256").digest(certificate.publicPart().getEncoded()));
	}

	@Test
	void aTokenIsRememberedWhileItIsGood() {
		entraAnswers(CONTOSO, token("one"));
		token(CONTOSO);
		entraAnswers(CONTOSO, token("two"));
		assertThat(token(CONTOSO)).isEqualTo("one");
	}

	@Test
	void aFreshTokenIsNeverARememberedOne() {
		entraAnswers(CONTOSO, token("one"));
		token(CONTOSO);
		entraAnswers(CONTOSO, token("two"));
		assertThat(this.tokens.freshToken("Entra", this.credentials, CONTOSO, SCOPE)).isEqualTo("two");
	}

	@Test
	void aTokenOfOneTenantNeverServesForAnother() {
		entraAnswers(CONTOSO, token("one"));
		entraAnswers(FABRIKAM, token("two"));
		assertThat(token(CONTOSO)).isEqualTo("one");
		assertThat(token(FABRIKAM)).isEqualTo("two");
	}

	@Test
	void onlySoManyTenantsAreRemembered() {
		stubFor(post(anyUrl()).willReturn(token("one")));
		token(CONTOSO);
		for (int other = 0; other < 200; other++) {
			token(new UUID(1, other));
		}
		stubFor(post(anyUrl()).willReturn(token("two")));
		assertThat(token(CONTOSO)).isEqualTo("two");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|',
			textBlock = """
					{"error":"invalid_client","error_codes":[7000215],"error_description":"AADSTS1: x"}  | 7000215 | invalid_client
					{"error":"invalid_grant","error_description":"AADSTS53003: Access has been blocked"} | 53003   | invalid_grant
					{"error":"invalid_request"}                                                          | 0       | invalid_request
					""")
	void aRefusalIsNamedByItsNumber(String body, int aadsts, String error) {
		entraAnswers(CONTOSO, jsonResponse(body, 401));
		TokenRefused refused = catchThrowableOfType(TokenRefused.class, () -> token(CONTOSO));
		assertThat(refused.aadsts()).isEqualTo(aadsts);
		assertThat(refused.error()).isEqualTo(error);
		assertThat(refused.getMessage()).startsWith("Entra: refused a token").doesNotContain("Access has");
	}

	@Test
	void aBrokenEntraIsAskedOnceAndIsAFailure() {
		entraAnswers(CONTOSO, status(503).withHeader("Retry-After", "9"));
		RemoteCallFailed failure = catchThrowableOfType(RemoteCallFailed.class, () -> token(CONTOSO));
		assertThat(failure).hasMessage("Entra: answered 503 and asks to wait 9 s");
		assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(9));
		verify(1, postRequestedFor(anyUrl()));
	}

	@Test
	void aBusyEntraDoesNotKeepUsFromAskingAgain() {
		entraAnswers(CONTOSO, status(429).withHeader("Retry-After", "30"));
		assertThat(catchThrowableOfType(RemoteCallFailed.class, () -> token(CONTOSO)).status()).isEqualTo(429);
		entraAnswers(CONTOSO, token("one"));
		assertThat(token(CONTOSO)).isEqualTo("one");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<html>the secret</html>", "{}", "[]", "" })
	void anAnswerWithoutATokenIsAFailureThatDoesNotQuoteIt(String body) {
		entraAnswers(CONTOSO, ok(body));
		RemoteCallFailed failure = catchThrowableOfType(RemoteCallFailed.class, () -> token(CONTOSO));
		assertThat(failure).hasMessage("Entra: answered with something that is no token").hasNoCause();
	}

	@Test
	void anErrorThatIsNotEntrasIsAFailure() {
		entraAnswers(CONTOSO, status(403).withBody("<html>Forbidden by the proxy</html>"));
		RemoteCallFailed failure = catchThrowableOfType(RemoteCallFailed.class, () -> token(CONTOSO));
		assertThat(failure).hasMessageStartingWith("Entra: answered");
	}

	@Test
	void aSilentEntraIsNotWaitedForLongerThanTheDeadline() {
		entraAnswers(CONTOSO, token("one").withFixedDelay(5000));
		RemoteCallFailed failure = Deadline.within(Duration.ofMillis(300),
				() -> catchThrowableOfType(RemoteCallFailed.class, () -> token(CONTOSO)));
		assertThat(failure).hasMessageStartingWith("Entra: did not answer in ");
	}

	@Test
	void theSecretDoesNotPrint() {
		assertThat(this.credentials.toString()).doesNotContain("the secret").contains("2b6f4c1e");
	}

	private String token(UUID tenant) {
		return this.tokens.token("Entra", this.credentials, tenant, SCOPE);
	}

	private static void entraAnswers(UUID tenant, ResponseDefinitionBuilder answer) {
		stubFor(post("/login/" + tenant + "/oauth2/v2.0/token").willReturn(answer));
	}

	private static ResponseDefinitionBuilder token(String token) {
		return okJson("{\"token_type\":\"Bearer\",\"expires_in\":3599,\"ext_expires_in\":3599,\"access_token\":\""
				+ token + "\"}");
	}

}
