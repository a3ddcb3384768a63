package com.modalitysystems.onboarding.notices;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MessageFormTests {

	private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

	private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

	private final TrailEvent event = new TrailEvent(17, NOON, "staff", "serviceConfirmed",
			Map.of("outcome", "verified"), new TrailEvent.Subject("OM-7K3F9Q",
					"Contoso <!channel> *Ltd* [x](https://evil.example)", "PO-4711", null, "live", "nobody", NOON));

	@Test
	void genericMessageHoldsTheEventAndWhereTheOnboardingStands() throws JsonProcessingException {
		JsonNode message = message(MessageForm.generic);
		assertThat(message.path("id").asText()).isEqualTo("evt_17");
		assertThat(message.path("type").asText()).isEqualTo("serviceConfirmed");
		assertThat(message.at("/data/actor").asText()).isEqualTo("staff");
		assertThat(message.at("/data/details/outcome").asText()).isEqualTo("verified");
		assertThat(message.at("/data/onboarding/reference").asText()).isEqualTo("OM-7K3F9Q");
		assertThat(message.at("/data/onboarding/state").asText()).isEqualTo("live");
		assertThat(message.at("/data/page").asText()).isEqualTo("https://onboarding.example/onboardings/OM-7K3F9Q");
	}

	@Test
	void whatACustomerTypedIsNoMarkUpInTeams() throws JsonProcessingException {
		JsonNode card = message(MessageForm.teams).at("/attachments/0/content");
		assertThat(card.at("/body/0/text").asText())
			.isEqualTo("Contoso \\<!channel\\> \\*Ltd\\* \\[x\\]\\(https://evil.example\\) · OM-7K3F9Q");
		assertThat(card.at("/actions/0/url").asText()).endsWith("/onboardings/OM-7K3F9Q");
	}

	@Test
	void whatACustomerTypedIsNoMarkUpInSlack() throws JsonProcessingException {
		JsonNode message = message(MessageForm.slack);
		assertThat(message.at("/blocks/0/text/text").asText())
			.isEqualTo("Contoso &lt;!channel&gt; 'Ltd' [x](https://evil.example) · "
					+ "<https://onboarding.example/onboardings/OM-7K3F9Q|OM-7K3F9Q>\nThe test call worked");
		assertThat(message.path("text").asText()).doesNotContain("<");
	}

	private JsonNode message(MessageForm form) throws JsonProcessingException {
		return this.json.readTree(this.json.writeValueAsString(form.message(this.event, "The test call worked",
				URI.create("https://onboarding.example/onboardings/OM-7K3F9Q"))));
	}

}
