package com.modalitysystems.onboarding.conference;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.modalitysystems.onboarding.http.Clients;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What becomes of each answer that Pexip is known to give. */
class PexipAnswersTests {

	private static final ResourceUri ONE = new ResourceUri(Resource.conference, 501);

	private static final String OBJECT = """
			{"id": 501, "name": "x", "resource_uri": "/api/admin/configuration/v1/conference/501/"}""";

	private static final String LIST = "{\"meta\": {\"next\": null}, \"objects\": [" + OBJECT + "]}";

	private static final ObjectNode SENT = JsonNodeFactory.instance.objectNode().put("name", "x").put("tag", "y");

	private static final Map<String, Function<PexipApi, Object>> CALLS = Map.of("list",
			(api) -> api.all(Resource.conference).size() + " found", "read",
			(api) -> api.read(ONE).isPresent() ? "there" : "gone", "create",
			(api) -> api.create(Resource.conference, SENT).map(Refusal::toString).orElse("created"), "change",
			(api) -> {
				api.change(ONE, SENT);
				return "changed";
			}, "remove", (api) -> {
				api.remove(ONE);
				return "removed";
			}, "licences", (api) -> api.licences().used() + " used");

	@RegisterExtension
	private static final WireMockExtension pexip = WireMockExtension.newInstance()
		.options(WireMockConfiguration.wireMockConfig().dynamicPort())
		.build();

	private final PexipApi api = Adapters.api(
			Adapters.settings(URI.create(pexip.baseUrl()), Adapters.ACCOUNT, Duration.ofSeconds(1)), Clients.real(),
			Clock.fixed(Clients.NOW, ZoneOffset.UTC));

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none", value = {
			// successes, and what else counts as one
			"list     | 200 | LIST | 1 found", "read     | 200 | OBJECT | there", "create   | 201 | none | created",
			"create   | 200 | none | created", "create   | 202 | none | created", "change   | 202 | none | changed",
			"change   | 204 | none | changed", "change   | 200 | OBJECT | changed", "remove   | 204 | none | removed",
			"remove   | 202 | none | removed",
			"licences | 200 | {\"objects\": [{\"teams_count\": 41, \"teams_total\": 100}]} | 41 used",
			// gone already
			"read     | 404 | none | gone", "read     | 404 | <h1>Not Found</h1> | gone",
			"remove   | 404 | none | removed",
			// refused: read back, and named by the fields that we sent
			"create   | 400 | {\"error\": \"conference already exists\"} | conference was refused with 400",
			"create   | 400 | {\"name\": [\"canary\"]} | conference was refused with 400 at name",
			"create   | 400 | {\"conference\": {\"name\": [\"canary\"], \"tag\": [\"canary\"]}} | conference was refused with 400 at name, tag",
			"create   | 400 | {\"conference\": {\"canary\": [\"x\"]}} | conference was refused with 400",
			"create   | 400 | canary | conference was refused with 400",
			"create   | 400 | none | conference was refused with 400",
			"create   | 400 | [\"canary\"] | conference was refused with 400" })
	void whatIsExpectedIsAResult(String call, int status, String body, String outcome) {
		answer(aResponse().withStatus(status).withBody(body(body)));
		assertThat(call(call)).isEqualTo(outcome);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			// what a success does not look like
			"list     | 200 | canary | cannot be read", "list     | 200 | '' | cannot be read",
			"list     | 200 | {} | list of conference that cannot be read",
			"list     | 200 | {\"objects\": {}} | list of conference that cannot be read",
			"list     | 200 | {\"objects\": [{\"id\": | cannot be read",
			"licences | 200 | {\"objects\": []} | does not tell its Teams licences",
			"licences | 200 | {\"objects\": [{\"port_count\": 1}]} | does not tell its Teams licences",
			// mistakes of ours or of the platform, which do not look done
			"list     | 400 | canary | answered 400", "read     | 400 | canary | answered 400",
			"change   | 400 | canary | answered 400", "remove   | 400 | canary | answered 400",
			"list     | 404 | canary | answered 404", "create   | 404 | canary | answered 404",
			"change   | 404 | canary | answered 404", "licences | 404 | canary | answered 404",
			"create   | 405 | canary | answered 405", "remove   | 405 | canary | answered 405",
			"create   | 409 | canary | answered 409", "create   | 501 | canary | answered 501",
			"list     | 301 | canary | answered 301", "create   | 302 | canary | answered 302" })
	void whatIsNotExpectedIsAFailureThatNamesIt(String call, int status, String body, String message) {
		answer(aResponse().withStatus(status).withBody(body).withHeader("Location", pexip.baseUrl() + "/elsewhere/"));
		fails(call, message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "401 | answered 401: it does not take conference.pexip.username and password",
			"403 | answered 403: the role of conference.pexip.username does not allow this", "429 | answered 429",
			"500 | answered 500", "502 | answered 502", "503 | answered 503", "504 | answered 504" })
	void whatMayMeetEachCallIsAFailureOfEach(int status, String message) {
		answer(aResponse().withStatus(status).withBody("{\"error\": \"canary\"}"));
		CALLS.keySet().forEach((call) -> fails(call, message));
		// trying again is the engine's, later; not even a second time at once
		assertThat(pexip.getAllServeEvents()).hasSize(CALLS.size());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "429 | 17 | 17", "503 | 17 | 17", "429 | Fri, 20 Nov 2026 12:00:30 GMT | 30",
			"429 | 99999999 | 3600", "429 | soon | ", "503 | -5 | ", "429 | '' | " })
	void howLongToWaitIsHandedOn(int status, String header, Long seconds) {
		answer(aResponse().withStatus(status).withHeader("Retry-After", header));
		CALLS.keySet()
			.forEach((call) -> assertThat(fails(call, "answered " + status).retryAfter())
				.isEqualTo((seconds != null) ? Duration.ofSeconds(seconds) : null));
	}

	@ParameterizedTest
	@EnumSource(Fault.class)
	void aConnectionThatBreaksIsAFailureOfEach(Fault fault) {
		answer(aResponse().withFault(fault));
		CALLS.keySet().forEach((call) -> fails(call, "Pexip: "));
	}

	@Test
	void eachAddressEndsWithASlashAndOnlyNumbersAreChanged() {
		answer(aResponse().withBody(LIST));
		CALLS.entrySet()
			.stream()
			.filter((call) -> !call.getKey().equals("licences"))
			.forEach((call) -> call.getValue().apply(this.api));
		List<String> sent = pexip.getAllServeEvents()
			.stream()
			.map((event) -> event.getRequest().getMethod() + " " + URI.create(event.getRequest().getUrl()).getPath())
			.toList();
		assertThat(sent).hasSize(5)
			.allMatch((request) -> request.endsWith("/"))
			.filteredOn((request) -> request.matches("(PUT|PATCH|DELETE) .*"))
			.hasSize(2)
			.allMatch((request) -> request.matches(".*/\\d+/"));
	}

	private RemoteCallFailed fails(String call, String message) {
		Throwable[] failure = new Throwable[1];
		assertThatExceptionOfType(RemoteCallFailed.class).isThrownBy(() -> call(call))
			.as(call)
			.withMessageStartingWith("Pexip: ")
			.withMessageContaining(message)
			.withMessageNotContaining("canary")
			.withMessageNotContaining("secret")
			.satisfies((ex) -> failure[0] = ex);
		return (RemoteCallFailed) failure[0];
	}

	private Object call(String call) {
		return Objects.requireNonNull(CALLS.get(call)).apply(this.api);
	}

	private static void answer(ResponseDefinitionBuilder answer) {
		pexip.stubFor(any(anyUrl()).willReturn(answer));
	}

	private static String body(String shorthand) {
		return (shorthand == null) ? "" : shorthand.replaceAll("^LIST$", LIST).replaceAll("^OBJECT$", OBJECT);
	}

}
