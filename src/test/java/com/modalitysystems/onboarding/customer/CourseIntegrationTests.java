package com.modalitysystems.onboarding.customer;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.modalitysystems.onboarding.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
class CourseIntegrationTests {

	@Autowired
	private Customers customers;

	@Autowired
	private Trail trail;

	@Autowired
	private JdbcClient jdbc;

	private CustomerReference reference;

	@BeforeEach
	void somebodyAsks() {
		this.reference = this.customers
			.add(new OnboardingRequest("Contoso", UUID.randomUUID().toString(), "GB", "Ada", "ada@contoso.com",
					"20.30.40.50", null, "en", null)
				.accept())
			.reference();
	}

	@Test
	void eachStayIsKeptAndHowFarTheyCame() {
		enter(Stage.awaitingApproval, Stage.provisioning, Stage.awaitingConsent, Stage.provisioning,
				Stage.awaitingSetup, Stage.confirming, Stage.awaitingSetup);
		assertThat(stays()).containsExactly("requested over", "awaitingApproval over", "provisioning over",
				"awaitingConsent over", "provisioning over", "awaitingSetup over", "confirming over", "awaitingSetup");
		assertThat(record()).containsEntry("furthest", "setUp").containsEntry("lost_because", null);

		enter(Stage.confirming, Stage.live);
		assertThat(stays()).hasSize(9).endsWith("awaitingSetup over", "confirming over");
		assertThat(record()).containsEntry("furthest", "live");
	}

	@Test
	void staysDoNotBeginAnewWhereOnlySomebodyElseIsWaitedFor() {
		enter(Stage.awaitingApproval);
		this.customers.enter(this.reference, Stage.awaitingApproval, WaitingFor.customer);
		assertThat(stays()).containsExactly("requested over", "awaitingApproval");
	}

	@ParameterizedTest
	@CsvSource({ "requestRejected, system, rejected", "consentExpired, system, expired",
			"cancellationRequested, customer, stoppedByCustomer", "cancellationRequested, staff:sam, stoppedByStaff",
			"onboardingRequested, system, unknown" })
	void whoIsLostIsSoForAReason(String event, String actor, String loss) {
		enter(Stage.awaitingApproval, Stage.provisioning, Stage.awaitingConsent);
		this.trail.add(this.reference, new Actor(actor), event);
		enter(Stage.cancelled);
		assertThat(record()).containsEntry("furthest", "approved").containsEntry("lost_because", loss);
		assertThat(stays()).endsWith("awaitingConsent over");
	}

	private void enter(Stage... stages) {
		for (Stage stage : stages) {
			this.customers.enter(this.reference, stage, stage.waitsFor());
		}
	}

	private List<String> stays() {
		return this.jdbc.sql("""
				select stage || case when left_at is null then '' else ' over' end from stay
				where reference = :reference order by id""")
			.param("reference", this.reference.value())
			.query(String.class)
			.list();
	}

	private Map<String, Object> record() {
		return this.jdbc.sql("select furthest::text, lost_because from customer where reference = :reference")
			.param("reference", this.reference.value())
			.query()
			.singleRow();
	}

}
