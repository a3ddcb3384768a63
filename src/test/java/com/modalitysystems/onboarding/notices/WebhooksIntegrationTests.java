package com.modalitysystems.onboarding.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.Trail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The webhooks of the sandbox, which take only what is signed and well formed. */
@HouseTest
class WebhooksIntegrationTests {

	@Autowired
	private Newsroom newsroom;

	@Autowired
	private NoticeBoard board;

	@Autowired
	private NoticesSettings settings;

	@Autowired
	private Customers customers;

	@Autowired
	private Trail trail;

	@Autowired
	private TransactionOperations transaction;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@LocalServerPort
	private int port;

	private RestClient sandbox;

	private CustomerReference reference;

	@BeforeEach
	void somethingWillHappen() {
		this.sandbox = RestClient.create("http://localhost:" + this.port + "/sandbox");
		this.reference = this.customers
			.add(new OnboardingRequest("Contoso", UUID.randomUUID().toString(), "DE", "Anna Berg",
					"anna.berg@contoso.com", "20.30.40.50", null, null, "PO-4711")
				.accept())
			.reference();
		forgetTheNewsOfOthers();
	}

	@AfterEach
	void nothingIsLeft() {
		this.sandbox.delete().uri("/faults").retrieve().toBodilessEntity();
		forgetTheNewsOfOthers();
	}

	@Test
	void eachIsToldWhatItWantsToKnowOnce() {
		this.trail.add(this.reference, Actor.SYSTEM, "firewallOpened");
		this.trail.add(this.reference, Actor.staff("mueller"), "serviceConfirmed");
		this.newsroom.round();
		this.newsroom.round();
		assertThat(calls("/crm")).extracting((call) -> call.at("/body/type").asText())
			.containsExactlyInAnyOrder("firewallOpened", "serviceConfirmed");
		assertThat(calls("/teams")).singleElement()
			.satisfies((call) -> assertThat(call.toString()).contains("The test call worked"));
		assertThat(calls("/slack")).hasSize(1);
		assertThat(calls("/crm").toString()).contains("PO-4711").doesNotContain("mueller", "anna.berg", "20.30.40.50");
		assertThat(calls("")).allSatisfy((call) -> assertThat(call.path("status").asInt()).isLessThan(300));
	}

	@Test
	void whatIsTakenBackIsNoNews() {
		this.transaction.executeWithoutResult((status) -> {
			this.trail.add(this.reference, Actor.SYSTEM, "firewallOpened");
			status.setRollbackOnly();
		});
		this.newsroom.round();
		assertThat(calls("")).isEmpty();
	}

	@Test
	void whatIsNotTakenComesAgainUnderTheSameId() {
		faults("{\"target\":\"webhooks\",\"path\":\"/crm\",\"times\":1,\"status\":503,\"retryAfter\":120}");
		this.trail.add(this.reference, Actor.SYSTEM, "firewallOpened");
		this.newsroom.round();
		this.newsroom.round();
		assertThat(calls("/crm")).as("it asked to wait longer than we would").hasSize(1);
		assertThat(waitsAtLeast(Duration.ofSeconds(110))).isTrue();
		itIsTime();
		this.newsroom.round();
		assertThat(calls("/crm")).hasSize(2);
		assertThat(calls("/crm").stream().map((call) -> call.at("/body/id").asText()).distinct()).hasSize(1);
		itIsTime();
		this.newsroom.round();
		assertThat(calls("/crm")).as("it was told").hasSize(2);
	}

	@Test
	void whoeverDiesInTheMidstOfACallLeavesItToOthers() {
		this.trail.add(this.reference, Actor.SYSTEM, "firewallOpened");
		this.newsroom.round();
		// as it is when a node has taken it and does not come back
		this.jdbc.sql("update notice set state = 'waiting', settled_at = null").update();
		itIsTime();
		this.newsroom.round();
		assertThat(calls("/crm")).hasSize(2);
	}

	@Test
	void deadLettersAreSeenAndSentAgain() {
		faults("{\"target\":\"webhooks\",\"path\":\"/crm\",\"times\":1000,\"status\":500}");
		this.trail.add(this.reference, Actor.SYSTEM, "firewallOpened");
		for (int attempt = 0; attempt <= this.settings.retries().size(); attempt++) {
			assertThat(crm().dead()).isZero();
			this.newsroom.round();
			itIsTime();
		}
		assertThat(crm().deadLetters()).singleElement().satisfies((letter) -> {
			assertThat(letter.reference()).isEqualTo(this.reference.value());
			assertThat(letter.what()).isEqualTo("firewallOpened");
			assertThat(letter.answer()).isEqualTo("webhook crm: answered 500");
		});
		this.newsroom.round();
		assertThat(calls("/crm")).hasSize(this.settings.retries().size() + 1);
		this.sandbox.delete().uri("/faults").retrieve().toBodilessEntity();
		assertThat(this.board.sendDeadAgain("crm")).contains(1);
		this.newsroom.round();
		assertThat(crm().dead()).isZero();
		assertThat(crm().deliveredAt()).isNotNull();
	}

	@Test
	void everythingIsToldAgainOnRequest() {
		this.trail.add(this.reference, Actor.SYSTEM, "firewallOpened");
		this.trail.add(this.reference, Actor.SYSTEM, "firewallClosed");
		this.newsroom.round();
		assertThat(this.board.replay("crm", this.clock.instant().minusSeconds(3600))).get()
			.satisfies((events) -> assertThat(events).isGreaterThanOrEqualTo(2));
		this.jdbc.sql("delete from notice where event in (select id from trail where reference <> :reference)")
			.param("reference", this.reference.value())
			.update();
		this.newsroom.round();
		assertThat(calls("/crm")).extracting((call) -> call.at("/body/type").asText())
			.containsExactlyInAnyOrder("firewallOpened", "firewallClosed", "firewallOpened", "firewallClosed");
		assertThat(this.board.replay("nobody", this.clock.instant())).isEmpty();
	}

	private WebhookState crm() {
		return this.board.webhooks()
			.stream()
			.filter((webhook) -> webhook.name().equals("crm"))
			.findFirst()
			.orElseThrow();
	}

	private boolean waitsAtLeast(Duration time) {
		return this.jdbc.sql("select min(next_attempt_at) > :then from notice where state = 'waiting'")
			.param("then", this.clock.instant().plus(time).atOffset(ZoneOffset.UTC))
			.query(Boolean.class)
			.single();
	}

	private void itIsTime() {
		this.jdbc.sql("update notice set next_attempt_at = timestamptz '2000-01-01' where state = 'waiting'").update();
	}

	private void forgetTheNewsOfOthers() {
		this.jdbc.sql("delete from news").update();
		this.jdbc.sql("delete from notice").update();
	}

	private void faults(String fault) {
		this.sandbox.put()
			.uri("/faults")
			.header("Content-Type", "application/json")
			.body("[" + fault + "]")
			.retrieve()
			.toBodilessEntity();
	}

	/** The calls of webhooks about this onboarding, each with its body as JSON. */
	private List<JsonNode> calls(String path) {
		JsonNode journal = this.sandbox.get().uri("/journal").retrieve().body(JsonNode.class);
		return journal.findParents("target")
			.stream()
			.filter((call) -> call.path("target").asText().equals("webhooks"))
			.filter((call) -> call.path("path").asText().startsWith(path))
			.filter((call) -> call.path("body").toString().contains(this.reference.value()))
			.map(WebhooksIntegrationTests::withBody)
			.toList();
	}

	private static JsonNode withBody(JsonNode call) {
		try {
			ObjectMapper json = new ObjectMapper();
			return json.valueToTree(Map.of("status", call.path("status").asInt(), "path", call.path("path").asText(),
					"body", json.readTree(call.path("body").asText())));
		}
		catch (JsonProcessingException ex) {
			throw new AssertionError(ex);
		}
	}

}
