package com.modalitysystems.onboarding.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.modalitysystems.onboarding.customer.BrandLook;
import com.modalitysystems.onboarding.customer.OnboardingSettings;
import com.modalitysystems.onboarding.customer.Secret;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.http.Clients;
import com.modalitysystems.onboarding.http.HttpClients;
import com.modalitysystems.onboarding.http.MicrosoftTokens;
import org.jspecify.annotations.Nullable;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

/**
 * Microsoft as its documentation describes it: the recorded answers, each under its own
 * path, and the directory that asks for them.
 */
final class RecordedMicrosoft {

	static final TenantId CONTOSO = TenantId.of("6babcaad-604b-40ac-a9d7-9fd97c0b779f");

	static final TenantId HOME = TenantId.of("6f1d9a52-3c47-4b5e-9a51-0d2c8e7f4a10");

	static final String CLIENT = "2b6f4c1e-8a3d-4f7b-9c25-51e0d7a8b3f6";

	static final String SERVICE_PRINCIPAL = "/graph/v1.0/servicePrincipals(appId='" + CLIENT + "')";

	static final String ASSIGNMENTS = "/graph/v1.0/servicePrincipals/59e617e5-e447-4adc-8b88-00af644d7c92/appRoleAssignments";

	static final String GRANTS = "/graph/v1.0/oauth2PermissionGrants";

	static final String ORGANIZATION = "/graph/v1.0/organization";

	static final String TENANT_INFORMATION = "/graph/v1.0/tenantRelationships/findTenantInformationByTenantId(tenantId='"
			+ CONTOSO + "')";

	private static final Clock CLOCK = Clock.fixed(Clients.NOW, ZoneOffset.UTC);

	private RecordedMicrosoft() {
	}

	static EntraDirectory directory(String baseUrl) {
		return directory(baseUrl, new ConsentSettings(ConsentSettings.Via.entra, null, Set.of("Calls.JoinGroupCall.All",
				"calls.joingroupcallasguest.all", "Calls.AccessMedia.All", "OnlineMeetings.Read.All")));
	}

	static EntraDirectory directory(String baseUrl, ConsentSettings consent) {
		EntraSettings entra = settings(baseUrl);
		HttpClients http = Clients.real();
		EntraTokens tokens = new EntraTokens(new MicrosoftTokens(http), entra);
		Graph graph = new Graph(http, entra);
		return new EntraDirectory(entra, new TenantDiscovery(http, entra), new TenantDescription(tokens, graph),
				page(entra, consent), new ConsentCheck(tokens, graph, new Assignments(graph, entra), consent, CLOCK));
	}

	static EntraSettings settings(String baseUrl) {
		return new EntraSettings(URI.create(baseUrl + "/login"), URI.create(baseUrl + "/graph"), HOME,
				UUID.fromString(CLIENT), new Secret("the secret"), null, null);
	}

	static DirectoryExamination examination(EntraSettings entra, ConsentSettings consent) {
		return examination(entra, consent, CLOCK);
	}

	static DirectoryExamination examination(EntraSettings entra, ConsentSettings consent, Clock clock) {
		HttpClients http = Clients.real();
		EntraTokens tokens = new EntraTokens(new MicrosoftTokens(http), entra);
		Graph graph = new Graph(http, entra);
		return new DirectoryExamination(entra, consent, tokens, new TenantDescription(tokens, graph),
				new OurRegistration(entra, consent, page(entra, consent), graph, clock), http);
	}

	private static ConsentPage page(EntraSettings entra, ConsentSettings consent) {
		return new ConsentPage(entra, consent,
				new OnboardingSettings(URI.create("https://onboarding.videosrv.net"),
						new Secret("test-link-secret-which-is-no-secret"), null, "OneMeeting", "", "", null, "",
						BrandLook.ours()));
	}

	static void discovery(String tenant, ResponseDefinitionBuilder answer) {
		stubFor(get("/login/" + tenant + "/v2.0/.well-known/openid-configuration").willReturn(answer));
	}

	static void token(TenantId tenant, ResponseDefinitionBuilder answer) {
		stubFor(tokenRequest(tenant).willReturn(answer));
	}

	static MappingBuilder tokenRequest(TenantId tenant) {
		return post("/login/" + tenant + "/oauth2/v2.0/token").withFormParam("client_secret", equalTo("the secret"))
			.withFormParam("scope", containing("https://graph.microsoft.com/.default"));
	}

	/** Graph answers on this path, to whoever brings this token. */
	static void graph(String path, String token, ResponseDefinitionBuilder answer) {
		stubFor(get(urlPathEqualTo(path)).withHeader("Authorization", equalTo("Bearer " + token)).willReturn(answer));
	}

	static ResponseDefinitionBuilder issued(String token) {
		return okJson("{\"token_type\":\"Bearer\",\"expires_in\":3599,\"ext_expires_in\":3599,\"access_token\":\""
				+ token + "\"}");
	}

	/** A token as Graph's look today: a JWT that carries the roles. */
	static String jwt(@Nullable String roles) {
		String claims = "{\"aud\":\"https://graph.microsoft.com\",\"tid\":\"" + CONTOSO + "\",\"appid\":\"" + CLIENT
				+ "\"" + ((roles != null) ? ",\"roles\":[" + roles + "]" : "") + "}";
		return base64("{\"typ\":\"JWT\",\"alg\":\"RS256\"}") + "." + base64(claims) + ".c2lnbmF0dXJl";
	}

	static ResponseDefinitionBuilder refused(int status, String error, int aadsts) {
		return jsonResponse(read("refusal.json").formatted(error, aadsts, aadsts, aadsts), status);
	}

	static ResponseDefinitionBuilder recorded(String file) {
		return okJson(read(file));
	}

	static ResponseDefinitionBuilder recorded(int status, String file) {
		return jsonResponse(read(file), status);
	}

	static ResponseDefinitionBuilder status(int status) {
		return aResponse().withStatus(status);
	}

	private static String base64(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private static String read(String file) {
		try (InputStream recorded = RecordedMicrosoft.class.getResourceAsStream(file)) {
			return new String(recorded.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
