package com.modalitysystems.onboarding.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.modalitysystems.onboarding.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
class ApiDescriptionTests {

	@Autowired
	private WebApplicationContext house;

	@Autowired
	private ObjectMapper json;

	private JsonNode api;

	@BeforeEach
	void setUp() throws Exception {
		MvcTestResult described = new Asking(this.house).mvc().get().uri("/v3/api-docs").exchange();
		assertThat(described).hasStatus(HttpStatus.OK);
		this.api = this.json.readTree(described.getResponse().getContentAsByteArray());
	}

	@Test
	void allCallsAreDescribedAndNoOthers() {
		assertThat(this.api.get("paths").fieldNames()).toIterable()
			.containsExactlyInAnyOrder("/api/onboardings", "/api/onboardings/{reference}",
					"/api/onboardings/{reference}/trail", "/api/onboardings/{reference}/cancel",
					"/api/letters/returned", "/api/onboardings/{reference}/resend", "/api/onboardings/{reference}/link",
					"/api/onboardings/{reference}/correct", "/api/onboardings/{reference}/hand-over",
					"/api/onboardings/{reference}/renew", "/api/onboardings/search", "/api/onboardings/export");
		assertThat(calls()).hasSize(13).allSatisfy(call -> {
			assertThat(call.get("summary").asText()).isNotBlank();
			assertThat(call.get("description").asText()).isNotBlank();
			assertThat(call.path("parameters"))
				.allSatisfy(parameter -> assertThat(parameter.has("description")).isTrue());
		});
	}

	@Test
	void everyCallTellsHowItIsRefused() {
		assertThat(calls()).allSatisfy(call -> {
			assertThat(call.get("responses").fieldNames()).toIterable().contains("401", "403", "429");
			for (Entry<String, JsonNode> response : call.get("responses").properties()) {
				if (response.getKey().startsWith("4")) {
					assertThat(response.getValue().at("/content/application~1problem+json/schema/$ref").asText())
						.isEqualTo("#/components/schemas/Problem");
					JsonNode example = response.getValue().at("/content/application~1problem+json/example");
					assertThat(example.get("status").asText()).isEqualTo(response.getKey());
					assertThat(example.get("title").asText()).isNotBlank();
				}
				else if (!response.getKey().equals("204")) {
					assertThat(response.getValue().get("content").fieldNames()).toIterable()
						.containsExactly(call.get("operationId").asText().equals("exportOnboardings") ? "text/csv"
								: "application/json");
				}
			}
		});
		assertThat(this.api.at("/paths/~1api~1onboardings/post/responses").fieldNames()).toIterable()
			.containsExactlyInAnyOrder("201", "400", "401", "403", "409", "422", "429");
	}

	@Test
	void examplesOfProblemsAreThoseOfTheCall() {
		JsonNode begin = this.api.at("/paths/~1api~1onboardings/post/responses");
		assertThat(problem(begin, "400").at("/errors/0/field").asText()).isEqualTo("tenant");
		assertThat(problem(begin, "409").get("reference").asText()).isEqualTo("OM-7K3F9Q");
		assertThat(begin.at("/429/headers/Retry-After/schema/example").asInt()).isEqualTo(120);
		assertThat(problem(this.api.at("/paths/~1api~1letters~1returned/post/responses"), "404").get("title").asText())
			.isEqualTo("No such letter");
	}

	@Test
	void everyPropertyIsDescribed() {
		for (Entry<String, JsonNode> schema : this.api.at("/components/schemas").properties()) {
			for (Entry<String, JsonNode> property : schema.getValue().path("properties").properties()) {
				assertThat(property.getValue().has("description") || property.getValue().has("$ref"))
					.as("%s.%s is described", schema.getKey(), property.getKey())
					.isTrue();
			}
		}
	}

	@Test
	void bodyOfARequestIsDescribedWithExamplesAsTheContractHasIt() {
		JsonNode order = this.api.at("/components/schemas/OnboardingOrder");
		assertThat(order.get("properties").fieldNames()).toIterable()
			.containsExactlyInAnyOrder("company", "tenant", "adminName", "adminEmail", "adminAddress", "contactEmail",
					"language", "country", "externalReference", "keyWish", "timeZone");
		assertThat(order.get("required")).extracting(JsonNode::asText)
			.containsExactlyInAnyOrder("company", "tenant", "adminName", "adminEmail", "adminAddress");
		assertThat(order.get("properties")).allSatisfy(property -> assertThat(property.has("example")).isTrue());
	}

	@Test
	void oneOnboardingIsDescribedFlat() {
		assertThat(this.api.at("/components/schemas/OnboardingDetails/properties").fieldNames()).toIterable()
			.contains("reference", "state", "waitingFor", "since", "company", "adminEmail", "consent", "issued")
			.doesNotContain("summary");
	}

	@Test
	void callersSignInByHttpBasic() {
		assertThat(this.api.at("/components/securitySchemes/basic/scheme").asText()).isEqualTo("basic");
		assertThat(this.api.at("/security/0").has("basic")).isTrue();
	}

	private static JsonNode problem(JsonNode responses, String status) {
		return responses.at("/" + status + "/content/application~1problem+json/example");
	}

	private List<JsonNode> calls() {
		List<JsonNode> calls = new ArrayList<>();
		this.api.get("paths").forEach(path -> path.forEach(calls::add));
		return calls;
	}

}
