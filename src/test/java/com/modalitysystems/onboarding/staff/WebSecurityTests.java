package com.modalitysystems.onboarding.staff;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import com.jayway.jsonpath.JsonPath;
import com.modalitysystems.onboarding.HouseTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
class WebSecurityTests {

	private final HttpClient http = HttpClient.newBuilder().followRedirects(Redirect.NEVER).build();

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@ValueSource(strings = { "staff:staff", "manager:manager", "admin:admin" })
	void whoIsNotAMemberIsTurnedAwayFromTheApi(String caller) throws Exception {
		HttpResponse<String> answer = get("/api/onboardings/OM-TEST22", caller);
		assertThat(answer.statusCode()).isEqualTo(403);
		assertProblem(answer, 403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "api:wrong", "nobody:nobody", "api:", ":" })
	void whoIsNotKnownMustSignInAtTheApi(String caller) throws Exception {
		HttpResponse<String> answer = getFrom("2001:db8:1::1", "/api/onboardings/OM-TEST22", caller);
		assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic realm=");
		assertProblem(answer, 401);
	}

	@Test
	void membersPassIntoTheApi() throws Exception {
		assertThat(get("/api/nothing-of-this-name", "api:api").statusCode()).isEqualTo(404);
	}

	@Test
	void whoGuessesMustWaitEvenWithTheRightPassword() throws Exception {
		assertThat(getFrom("2001:db8:2::1", "/api/nothing-of-this-name", "api:guess").statusCode()).isEqualTo(401);
		assertThat(getFrom("2001:db8:2::2", "/api/nothing-of-this-name", "api:api").statusCode()).isEqualTo(401);
	}

	@Test
	void whoGuessesKeepsNobodyElseOut() throws Exception {
		assertThat(getFrom("2001:db8:3::1", "/api/nothing-of-this-name", "api:guess").statusCode()).isEqualTo(401);
		assertThat(getFrom("2001:db8:4::1", "/api/nothing-of-this-name", "api:api").statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/health", "/actuator/prometheus", "/actuator/env",
			"/actuator/heapdump", "/engine-rest/engine", "/webjars/x.js", "/swagger-ui.html", "/error", "/request.bak",
			"/camunda-welcome/index.html" })
	void aDoorThatIsNotOursIsNotFoundAndAsksForNoPassword(String path) throws Exception {
		HttpResponse<String> answer = get(path, "");
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/onemeeting.css", "/favicon.svg", "/v3/api-docs", "/camunda/app/tasklist/default/",
			"/camunda/favicon.ico" })
	void whatPagesNeedIsOpen(String path) throws Exception {
		assertThat(get(path, "").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/livez", "/readyz" })
	void whetherTheNodeIsWellIsSaidInOneWord(String path) throws Exception {
		assertThat(get(path, "").body()).isEqualTo("{\"status\":\"UP\"}");
	}

	@Test
	void ourPagesLetNothingIn() throws Exception {
		HttpResponse<String> answer = get("/setup/nothing-of-this-name", "");
		assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'self'", "style-src 'self'",
				"frame-ancestors 'none'", "form-action 'self' http://localhost:" + this.port);
		assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
		assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(header(answer, "X-Robots-Tag")).isEqualTo("noindex");
		assertThat(header(answer, "Cache-Control")).contains("no-store");
		assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
		assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
	}

	@Test
	void underHttpsBrowsersAreToldToStay() throws Exception {
		HttpResponse<String> answer = this.http.send(
				request("/setup/nothing-of-this-name").header("X-Forwarded-Proto", "https").build(),
				BodyHandlers.ofString());
		assertThat(header(answer, "Strict-Transport-Security")).contains("max-age=");
	}

	@Test
	void camundaKeepsItsOwnHeaders() throws Exception {
		HttpResponse<String> answer = get("/camunda/app/tasklist/default/", "");
		assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
		assertThat(header(answer, "Content-Security-Policy")).contains("'strict-dynamic'");
		assertThat(answer.headers().firstValue("X-Frame-Options")).isEmpty();
	}

	@Test
	void onlyCamundasApplicationsMakeSessionsAndOurPagesReadThem() throws Exception {
		List<String> cookies = get("/camunda/app/tasklist/default/", "").headers().allValues("Set-Cookie");
		assertThat(cookies).hasSize(2)
			.allSatisfy(
					cookie -> assertThat(cookie).containsPattern("(?i)path=/(;|$)").containsOnlyOnce("SameSite=Lax"));
		assertThat(cookies).anySatisfy(cookie -> assertThat(cookie).startsWith("JSESSIONID=").contains("HttpOnly"));
	}

	private static void assertProblem(HttpResponse<String> answer, int status) {
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
		assertThat(JsonPath.<Integer>read(answer.body(), "$.status")).isEqualTo(status);
		assertThat(JsonPath.<List<Object>>read(answer.body(), "$.errors")).isEmpty();
	}

	private static String header(HttpResponse<String> answer, String name) {
		return answer.headers().firstValue(name).orElseThrow(() -> new AssertionError("No " + name));
	}

	private HttpResponse<String> get(String path, String caller) throws Exception {
		return send(request(path), caller);
	}

	private HttpResponse<String> getFrom(String address, String path, String caller) throws Exception {
		return send(request(path).header("X-Forwarded-For", address), caller);
	}

	private HttpResponse<String> send(HttpRequest.Builder request, String caller) throws Exception {
		if (!caller.isEmpty()) {
			request.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(caller.getBytes(StandardCharsets.UTF_8)));
		}
		return this.http.send(request.build(), BodyHandlers.ofString());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path));
	}

}
