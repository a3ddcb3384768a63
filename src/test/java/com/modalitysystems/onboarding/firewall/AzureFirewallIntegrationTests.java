package com.modalitysystems.onboarding.firewall;

import java.time.Duration;

import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@HouseTest
class AzureFirewallIntegrationTests extends FirewallContract {

	@Autowired
	private Firewall firewall;

	@Autowired
	private Environment environment;

	private RestClient sandbox;

	@BeforeEach
	void sandbox() {
		this.sandbox = RestClient.create(this.environment.getRequiredProperty("sandbox.url"));
	}

	@AfterEach
	void noFaults() {
		this.sandbox.delete().uri("/faults").retrieve().toBodilessEntity();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"status\": 503, \"retryAfter\": 2", "\"status\": 429", "\"drop\": true" })
	void aRequestThatFailsIsMadeGoodByTheNextAttempt(String fault) {
		Customer contoso = customer("8.8.8.8");
		nextCallFails(".*onboarding-.*", fault);
		assertThatExceptionOfType(RemoteCallFailed.class).isThrownBy(() -> this.firewall.admit(contoso, UNTIL));
		assertThat(this.firewall.admit(contoso, UNTIL)).isEqualTo(Admission.admitted);
		assertThat(rulesOf(contoso)).hasSize(1);
	}

	@Test
	void aConnectionThatIsCutAfterTheRuleWasSentLeavesOneRule() {
		Customer contoso = customer("8.8.8.8");
		nextCallFails(".*onboarding-.*", "\"drop\": true, \"after\": true");
		assertThatExceptionOfType(RemoteCallFailed.class).isThrownBy(() -> this.firewall.admit(contoso, UNTIL))
			.withMessageContaining("cut the connection");
		assertThat(rulesOf(contoso)).hasSize(1);
		assertThat(this.firewall.admit(contoso, UNTIL)).isEqualTo(Admission.admitted);
		assertThat(rulesOf(contoso)).singleElement().satisfies((rule) -> assertThat(rule.isInForce()).isTrue());
	}

	@Test
	void aConnectionThatIsCutAfterTheRemovalWasSentLeavesNoRule() {
		Customer contoso = customer("8.8.8.8");
		this.firewall.admit(contoso, UNTIL);
		nextCallFails(".*onboarding-.*", "\"drop\": true, \"after\": true");
		assertThatExceptionOfType(RemoteCallFailed.class).isThrownBy(() -> this.firewall.shut(contoso.reference()));
		// Azure is still at the first removal, and refuses another until it is done
		await().atMost(Duration.ofMinutes(1)).ignoreExceptionsInstanceOf(RemoteCallFailed.class).until(() -> {
			this.firewall.shut(contoso.reference());
			return true;
		});
		assertThat(rulesOf(contoso)).isEmpty();
	}

	private void nextCallFails(String path, String how) {
		this.sandbox.put()
			.uri("/faults")
			.contentType(MediaType.APPLICATION_JSON)
			.body("[{\"target\": \"azure\", \"path\": \"" + path + "\", \"times\": 1, " + how + "}]")
			.retrieve()
			.toBodilessEntity();
	}

}
