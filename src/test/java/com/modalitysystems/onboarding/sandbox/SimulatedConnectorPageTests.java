package com.modalitysystems.onboarding.sandbox;

import java.util.Map;

import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.sandbox.Outside.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
class SimulatedConnectorPageTests {

	@LocalServerPort
	private int port;

	private Outside outside;

	private String tenant;

	@BeforeEach
	void connect() {
		this.outside = new Outside(this.port);
		this.tenant = this.outside.tenant("none");
	}

	@Test
	void theConnectorLeadsToMicrosoftAndBackToItself() {
		Answer back = decide("accept");
		assertThat(back.header("Location")).startsWith("http://localhost:" + this.port + "/sandbox/connector/");
		assertThat(this.outside.get(back.header("Location")).body())
			.contains("Administrator consent was successfully granted", this.tenant, Outside.VIDEO_APP);
		assertThat(consent()).isEqualTo("granted");
	}

	@Test
	void whoDeclinesIsToldSoThere() {
		assertThat(this.outside.get(decide("cancel").header("Location")).body()).contains("was not granted")
			.doesNotContain("successfully", Outside.VIDEO_APP);
		assertThat(consent()).isEqualTo("none");
	}

	private Answer decide(String decision) {
		Answer connector = this.outside.get("/connector/adminconsent");
		assertThat(connector.status()).isEqualTo(302);
		return this.outside.form(connector.header("Location"),
				Map.of("decision", decision, "signedInTo", this.tenant, "role", "global"));
	}

	private String consent() {
		return this.outside.get("/tenants/" + this.tenant).json().path("consent").asText();
	}

}
