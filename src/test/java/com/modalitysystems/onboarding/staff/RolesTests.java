package com.modalitysystems.onboarding.staff;

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
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may do what in Tasklist, in Cockpit, and at the engine's interface behind them. */
@HouseTest
@TestInstance(Lifecycle.PER_CLASS)
class RolesTests {

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

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			#                             | nobody | api | requester | staff | manager | operator | auditor | admin
			enters tasklist               | no     | no  | yes       | yes   | yes     | yes      | yes     | yes
			enters cockpit                | no     | no  | no        | no    | yes     | yes      | yes     | yes
			enters admin                  | no     | no  | no        | no    | no      | no       | yes     | yes
			sees a task                   | no     | no  | no        | yes   | yes     | no       | yes     | yes
			sees a task elsewhere         | no     | no  | no        | no    | no      | no       | yes     | yes
			finds a task                  | no     | no  | no        | yes   | yes     | no       | yes     | yes
			sees a task of trouble        | no     | no  | no        | yes   | yes     | yes      | yes     | yes
			finds a task elsewhere        | no     | no  | no        | no    | no      | no       | yes     | yes
			reads the form                | no     | no  | no        | yes   | yes     | no       | yes     | yes
			sees columns in a list        | no     | no  | no        | yes   | yes     | yes      | yes     | yes
			sees what was                 | no     | no  | no        | yes   | yes     | yes      | yes     | yes
			sees our filters              | no     | no  | no        | yes   | yes     | yes      | yes     | yes
			makes a filter                | no     | no  | no        | no    | no      | no       | no      | yes
			claims                        | no     | no  | no        | yes   | no      | no       | no      | yes
			claims elsewhere              | no     | no  | no        | no    | no      | no       | no      | yes
			gives back                    | no     | no  | no        | yes   | no      | no       | no      | yes
			completes unclaimed           | no     | no  | no        | no    | no      | no       | no      | no
			completes                     | no     | no  | no        | yes   | no      | no       | no      | yes
			completes elsewhere           | no     | no  | no        | no    | no      | no       | no      | yes
			completes a task of trouble   | no     | no  | no        | yes   | no      | yes      | no      | yes
			completes another's           | no     | no  | no        | no    | no      | no       | no      | no
			rewrites a decision           | no     | no  | no        | no    | no      | no       | no      | yes
			comments                      | no     | no  | no        | no    | no      | no       | no      | no
			throws an error               | no     | no  | no        | no    | no      | no       | no      | no
			resolves with a slash         | no     | no  | no        | no    | no      | no       | no      | no
			comments with a slash         | no     | no  | no        | no    | no      | no       | no      | no
			starts                        | no     | no  | yes       | yes   | no      | no       | no      | yes
			starts elsewhere              | no     | no  | no        | no    | no      | no       | no      | yes
			starts in the midst           | no     | no  | no        | no    | no      | no       | no      | no
			starts with a slash           | no     | no  | no        | no    | no      | no       | no      | no
			starts by id                  | no     | no  | no        | no    | no      | no       | no      | no
			restarts                      | no     | no  | no        | no    | no      | no       | no      | no
			sends a message               | no     | no  | no        | no    | no      | no       | no      | no
			triggers a message            | no     | no  | no        | no    | no      | no       | no      | no
			sends a signal                | no     | no  | no        | no    | no      | no       | no      | no
			sees an instance              | no     | no  | no        | no    | yes     | yes      | yes     | yes
			sees an instance elsewhere    | no     | no  | no        | no    | no      | no       | yes     | yes
			sets a variable               | no     | no  | no        | no    | no      | no       | no      | yes
			sets many variables           | no     | no  | no        | no    | no      | no       | no      | yes
			sets an execution's variable  | no     | no  | no        | no    | no      | no       | no      | yes
			sets a task's variable        | no     | no  | no        | no    | no      | no       | no      | yes
			moves a token                 | no     | no  | no        | no    | no      | no       | no      | yes
			moves many tokens             | no     | no  | no        | no    | no      | no       | no      | yes
			suspends                      | no     | no  | no        | no    | no      | no       | no      | yes
			deletes an instance           | no     | no  | no        | no    | no      | no       | no      | yes
			migrates                      | no     | no  | no        | no    | no      | no       | no      | yes
			retries a step                | no     | no  | no        | no    | no      | yes      | no      | yes
			retries a step elsewhere      | no     | no  | no        | no    | no      | no       | no      | yes
			sees the drawing              | no     | no  | yes       | yes   | yes     | yes      | yes     | yes
			deploys                       | no     | no  | no        | no    | no      | no       | no      | yes
			reads a deployment            | no     | no  | no        | no    | no      | no       | yes     | yes
			shortens the history          | no     | no  | no        | no    | no      | no       | no      | yes
			sees an onboarding            | no     | no  | no        | yes   | yes     | yes      | yes     | yes
			lists onboardings             | no     | no  | no        | yes   | yes     | yes      | yes     | yes
			sees their own onboarding     | no     | no  | yes       | yes   | yes     | yes      | yes     | yes
			lists their own onboarding    | no     | no  | yes       | yes   | yes     | yes      | yes     | yes
			asks with a file              | no     | no  | yes       | yes   | no      | no       | no      | yes
			takes all as a file           | no     | no  | no        | yes   | yes     | yes      | yes     | yes
			chooses what is written       | no     | no  | no        | yes   | yes     | yes      | yes     | yes
			looks at the figures          | no     | no  | no        | no    | yes     | no       | yes     | yes
			takes the figures as a file   | no     | no  | no        | no    | yes     | no       | yes     | yes
			tells a system again          | no     | no  | no        | yes   | no      | yes      | no      | yes
			is shown the link             | no     | no  | no        | yes   | no      | no       | no      | yes
			is shown the link of theirs   | no     | no  | no        | yes   | no      | no       | no      | yes
			is shown it by a forged form  | no     | no  | no        | no    | no      | no       | no      | no
			sends a letter again          | no     | no  | no        | yes   | no      | no       | no      | yes
			sends it by a forged form     | no     | no  | no        | no    | no      | no       | no      | no
			sees themselves               | no     | yes | yes       | yes   | yes     | yes      | yes     | yes
			sees another                  | no     | no  | no        | no    | no      | no       | yes     | yes
			finds another                 | no     | no  | no        | no    | no      | no       | yes     | yes
			renames another               | no     | no  | no        | no    | no      | no       | no      | yes
			unlocks another               | no     | no  | no        | no    | no      | no       | no      | yes
			tries another's password      | no     | no  | no        | no    | no      | no       | no      | no
			creates a user                | no     | no  | no        | no    | no      | no       | no      | yes
			grants                        | no     | no  | no        | no    | no      | no       | no      | yes
			reads grants                  | no     | no  | no        | no    | no      | no       | yes     | yes
			makes an administrator        | no     | no  | no        | no    | no      | no       | no      | yes
			makes the first administrator | no     | no  | no        | no    | no      | no       | no      | no
			""")
	void each(ArgumentsAccessor row) {
		String act = row.getString(0);
		Map<String, String> expected = new LinkedHashMap<>();
		EVERYBODY.forEach(name -> expected.put(name, row.getString(EVERYBODY.indexOf(name) + 1)));
		Map<String, String> seen = new LinkedHashMap<>();
		EVERYBODY.forEach(name -> seen.put(name, this.acts.did(act, this.visitors.get(name), name) ? "yes" : "no"));
		assertThat(seen).isEqualTo(expected);
	}

}
