package com.modalitysystems.onboarding.staff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.Trail;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may do what in Tasklist, in Cockpit, and at the engine's interface behind them. */
@HouseTest
@TestInstance(Lifecycle.PER_CLASS)
class RolesTests {

	private static final Path DOCUMENT = Path.of("docs", "roles.md");

	private static final List<String> EVERYBODY = List.of("nobody", "api", "requester", "staff", "manager", "operator",
			"auditor", "admin");

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	@Autowired
	private Trail trail;

	@LocalServerPort
	private int port;

	private Scene scene;

	private Acts acts;

	private Map<String, Visitor> visitors;

	@BeforeAll
	void everybodyComesIn() {
		this.scene = new Scene(this.engine);
		this.acts = new Acts(this.scene, this::onboarding);
		this.visitors = EVERYBODY.stream()
			.skip(1)
			.collect(Collectors.toMap(Function.identity(), name -> new Visitor(this.port).signIn(name)));
		this.visitors.put("nobody", new Visitor(this.port));
	}

	/** A fresh record, which no process drives. */
	private String onboarding(String asker) {
		CustomerReference reference = this.customers
			.add(new OnboardingRequest("Scene Ltd", UUID.randomUUID().toString(), "GB", "Ada Berg", "ada@scene.example",
					"81.2.69.160", null, "en", null)
				.accept())
			.reference();
		this.trail.add(reference, Actor.staff(asker), "onboardingRequested");
		return reference.value();
	}

	@AfterAll
	void everythingIsClearedAway() {
		this.scene.remove();
	}

	/** {@code -Droles.write=true} writes it anew. */
	@Test
	void documentShowsThisTable() throws IOException {
		if (Boolean.getBoolean("roles.write")) {
			Files.writeString(DOCUMENT, RolesDocument.text());
		}
		assertThat(Files.readString(DOCUMENT)).isEqualTo(RolesDocument.text());
	}

	@ParameterizedTest(name = "{0}")
	@CsvFileSource(resources = "roles.csv", delimiter = '|', numLinesToSkip = 1)
	void each(ArgumentsAccessor row) {
		String act = row.getString(0);
		Map<String, String> expected = new LinkedHashMap<>();
		EVERYBODY.forEach(name -> expected.put(name, row.getString(EVERYBODY.indexOf(name) + 1)));
		Map<String, String> seen = new LinkedHashMap<>();
		EVERYBODY.forEach(name -> seen.put(name, this.acts.did(act, this.visitors.get(name), name) ? "yes" : "no"));
		assertThat(seen).isEqualTo(expected);
	}

}
