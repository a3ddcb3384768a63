package com.modalitysystems.onboarding.staff;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

import com.modalitysystems.onboarding.HouseTest;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/** People and systems come in as an OpenID provider on the wire says who they are. */
@HouseTest
class SingleSignOnIntegrationTests {

	private static final String PROVIDER = "people";

	private static final MockOAuth2Server OPENID = new MockOAuth2Server();

	private final HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

	@Autowired
	private IdentityService identities;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void provider(DynamicPropertyRegistry settings) {
		OPENID.start(InetAddress.getLoopbackAddress(), 0);
		settings.add("staff.sign-in.issuer", () -> OPENID.issuerUrl(PROVIDER).toString());
		settings.add("staff.sign-in.client-id", () -> "onboarding");
		settings.add("staff.sign-in.client-secret", () -> "a-secret-that-only-we-and-they-know");
		settings.add("staff.sign-in.name", () -> "Contoso");
		settings.add("staff.administrator.id", () -> "admin");
		settings.add("staff.administrator.password", () -> "Not.Used.In.The.Sandbox.1");
	}

	@AfterAll
	static void stop() {
		OPENID.shutdown();
	}

	@Test
	void whoeverOpensTasklistIsLedToTheProviderAndComesInWithTheirRoles() throws Exception {
		Visitor ada = new Visitor(this.port);
		assertThat(ada.page("/camunda/app/tasklist/")).satisfies(redirect -> leadsTo(redirect, "/sign-in"));
		assertThat(ada.page("/sign-in").body())
			.contains("Sign in with Contoso", "/camunda/app/welcome/default/?password")
			.doesNotContain("??");
		String before = ada.cookie("JSESSIONID");
		assertThat(signIn(ada, "ada-berg",
				Map.of("roles", List.of("onboarding-staff", "something-else"), "given_name", "Ada", "family_name",
						"Berg", "email", "ada@contoso.com")))
			.satisfies(done -> leadsTo(done, "/camunda/app/tasklist/"));

		assertThat(ada.cookie("JSESSIONID")).isNotEqualTo(before);
		assertThat(ada.page("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
		assertThat(ada.page("/onboardings").statusCode()).isEqualTo(200);
		assertThat(ada.engine("/user/ada-berg/profile").body()).contains("Ada", "Berg", "ada@contoso.com");
		assertThat(groupsOf("ada-berg")).containsExactly("onboarding-staff");
		assertThat(ada.signOut()).isLessThan(300);
		assertThat(ada.page("/onboardings").statusCode()).isEqualTo(401);
	}

	@Test
	void rolesAreThoseThatTheProviderNamesNow() throws Exception {
		signIn(new Visitor(this.port), "bo", Map.of("roles", List.of("onboarding-managers", "onboarding-operators")));
		assertThat(groupsOf("bo")).containsExactlyInAnyOrder("onboarding-managers", "onboarding-operators");
		Visitor bo = new Visitor(this.port);
		signIn(bo, "bo", Map.of("roles", "onboarding-requesters", "name", "Bo Lind"));
		assertThat(groupsOf("bo")).containsExactly("onboarding-requesters");
		assertThat(bo.page("/insight").statusCode()).isEqualTo(403);
		assertThat(this.identities.createUserQuery().userId("bo").singleResult()).extracting(User::getLastName)
			.isEqualTo("Bo Lind");
	}

	@Test
	void whoHasNoRoleHereIsToldSoAndNotMadeAUser() throws Exception {
		Visitor eve = new Visitor(this.port);
		HttpResponse<String> turnedAway = signIn(eve, "eve", Map.of("roles", List.of("guests")));
		leadsTo(turnedAway, "/sign-in?why=noRole");
		assertThat(eve.page("/sign-in?why=noRole").body()).contains("have no role here");
		assertThat(this.identities.createUserQuery().userId("eve").count()).isZero();
		assertThat(eve.page("/onboardings").statusCode()).isEqualTo(401);
	}

	/** Or the provider's admin would be ours. */
	@Test
	void nobodyTakesThePlaceOfWhoeverHasAPassword() throws Exception {
		Visitor other = new Visitor(this.port);
		leadsTo(signIn(other, "admin", Map.of("roles", List.of("onboarding-staff"))), "/sign-in?why=noName");
		assertThat(groupsOf("admin")).containsExactly("camunda-admin");
		leadsTo(signIn(other, "a name/with a slash", Map.of("roles", List.of("onboarding-staff"))),
				"/sign-in?why=noName");
	}

	@Test
	void onlyTheAdministratorOfTheSettingsSignsInWithAPassword() {
		Visitor somebody = new Visitor(this.port);
		assertThat(somebody.page("/camunda/app/welcome/default/?password").statusCode()).isEqualTo(200);
		assertThat(somebody.signIn("staff", "staff", "tasklist")).isEqualTo(403);
		assertThat(somebody.send("POST", "/api/admin/auth/user/default/%6Cogin/tasklist",
				"application/x-www-form-urlencoded", BodyPublishers.ofString("username=staff&password=staff")))
			.extracting(HttpResponse::statusCode)
			.isEqualTo(403);
		assertThat(somebody.signIn("admin", "wrong", "tasklist")).isEqualTo(401);
		assertThat(somebody.another().signIn("admin", "admin", "tasklist")).isIn(200, 401);
	}

	@ParameterizedTest
	@CsvSource({ "code=made-up&state=made-up", "error=access_denied&state=made-up", "''" })
	void whatWasNotAskedForIsRefusedWithAPage(String query) {
		Visitor visitor = new Visitor(this.port);
		leadsTo(visitor.page("/sign-in/callback?" + query), "/sign-in?why=failed");
		assertThat(visitor.page("/sign-in?why=failed").body()).contains("did not succeed");
		assertThat(visitor.page("/sign-in?why=%3Cscript%3E").body()).doesNotContain("<script>", "??");
	}

	@ParameterizedTest
	@CsvSource({ "onboarding-api, onboarding, people, 200", "onboarding-staff, onboarding, people, 403",
			"onboarding-api, another, people, 401", "onboarding-api, onboarding, strangers, 401" })
	void systemsCallWithATokenThatTheProviderMadeForUs(String role, String audience, String issuer, int status)
			throws Exception {
		String token = OPENID
			.issueToken(issuer, "crm",
					new DefaultOAuth2TokenCallback(issuer, "crm-system", "JWT", List.of(audience),
							Map.of("roles", List.of(role)), 3600))
			.serialize();
		HttpRequest call = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/api/onboardings"))
			.header("Authorization", "Bearer " + token)
			.build();
		assertThat(this.http.send(call, BodyHandlers.ofString()).statusCode()).isEqualTo(status);
	}

	@Test
	void systemsStillCallWithAPassword() throws Exception {
		HttpRequest call = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/api/onboardings"))
			.header("Authorization", "Basic YXBpOmFwaQ==")
			.build();
		assertThat(this.http.send(call, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
	}

	/** From the button to the provider and back. */
	private HttpResponse<String> signIn(Visitor visitor, String subject, Map<String, Object> claims)
			throws IOException, InterruptedException {
		URI away = location(visitor.page("/sign-in/start/provider"));
		assertThat(away.getQuery()).contains("code_challenge_method=S256", "nonce=", "state=");
		OPENID.enqueueCallback(
				new DefaultOAuth2TokenCallback(PROVIDER, subject, "JWT", List.of("onboarding"), claims, 3600));
		URI back = location(this.http.send(HttpRequest.newBuilder(away).build(), BodyHandlers.ofString()));
		return visitor.page(back.getRawPath() + "?" + back.getRawQuery());
	}

	private static URI location(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		return URI.create(answer.headers().firstValue("Location").orElseThrow());
	}

	private static void leadsTo(HttpResponse<String> answer, String path) {
		URI where = location(answer);
		assertThat(UriComponentsBuilder.fromPath(where.getPath()).query(where.getQuery()).build().toString())
			.isEqualTo(path);
	}

	private List<String> groupsOf(String id) {
		return this.identities.createGroupQuery().groupMember(id).list().stream().map(Group::getId).toList();
	}

}
