package com.modalitysystems.onboarding.customer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.customer.SetupResult.Mode;
import com.modalitysystems.onboarding.customer.SetupResult.ProviderSeen;
import com.modalitysystems.onboarding.customer.SetupResult.Stop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
class SetupReportsIntegrationTests {

	@Autowired
	private Customers customers;

	@Autowired
	private SetupReports reports;

	@Autowired
	private Clock clock;

	private CustomerReference reference;

	private Instant now;

	@BeforeEach
	void aCustomerSetsUp() {
		this.now = this.clock.instant().truncatedTo(ChronoUnit.MINUTES);
		this.reference = this.customers
			.add(new OnboardingRequest("Contoso", UUID.randomUUID().toString(), null, "Ada Berg", "ada@contoso.com",
					"20.30.40.50", null, null, null)
				.accept())
			.reference();
	}

	@Test
	void eachRunCountsOnce() {
		SetupResult pilot = SetupResultTests.result(Mode.pilot, this.now);
		assertThat(this.reports.add(this.reference, pilot)).isTrue();
		assertThat(this.reports.add(this.reference, pilot)).isFalse();
		assertThat(evidence()).isEqualTo(new SetupEvidence(pilot, this.now, null));
	}

	@Test
	void lookAfterwardsKeepsWhenThePolicyWasSet() {
		Instant before = this.now.minus(Duration.ofHours(2));
		this.reports.add(this.reference, SetupResultTests.result(Mode.everyone, before));
		SetupResult status = SetupResultTests.result(Mode.status, this.now);
		this.reports.add(this.reference, status);
		assertThat(evidence()).isEqualTo(new SetupEvidence(status, before, null));
	}

	@Test
	void whatArrivesLastIsShownWhateverTheClocksOfTheComputersSay() {
		this.reports.add(this.reference, SetupResultTests.result(Mode.pilot, this.now.plus(Duration.ofHours(20))));
		SetupResult last = SetupResultTests.result(Mode.everyone, Stop.nowhere, ProviderSeen.none, this.now);
		assertThat(this.reports.add(this.reference, last)).isTrue();
		assertThat(evidence().result()).isEqualTo(last);
	}

	@Test
	void whoPutsEverythingBackHasNoPolicy() {
		this.reports.add(this.reference, SetupResultTests.result(Mode.everyone, this.now.minus(Duration.ofHours(1))));
		this.reports.add(this.reference, SetupResultTests.result(Mode.undo, this.now));
		assertThat(evidence().policySetAt()).isNull();
	}

	@Test
	void runThatWentWrongSetsNoPolicy() {
		this.reports.add(this.reference,
				SetupResultTests.result(Mode.pilot, Stop.provider, ProviderSeen.other, this.now));
		assertThat(evidence().policySetAt()).isNull();
	}

	@Test
	void clockThatIsAheadSetsThePolicyNow() {
		this.reports.add(this.reference, SetupResultTests.result(Mode.pilot, this.now.plus(Duration.ofDays(2))));
		assertThat(evidence().policySetAt()).isBetween(this.now, this.clock.instant());
	}

	private SetupEvidence evidence() {
		return this.customers.require(this.reference).evidence();
	}

}
