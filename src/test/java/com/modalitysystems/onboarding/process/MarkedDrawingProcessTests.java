package com.modalitysystems.onboarding.process;

import java.util.List;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import com.modalitysystems.onboarding.process.Whereabouts.Place;
import com.modalitysystems.onboarding.process.Whereabouts.State;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

/** Where an onboarding stands, on the drawing and in words. */
class MarkedDrawingProcessTests extends OnboardingJourney {

	@Autowired
	private MarkedDrawing drawing;

	@Test
	void whoWaitsStandsAtWhatIsWaitedFor() {
		awaitConsent();
		assertThat(places()).extracting(Place::id, Place::words, Place::state)
			.containsExactly(tuple("awaitConsent", "Await consent", State.here));
		assertThat(whereabouts().first()).isPresent();
		assertThat(whereabouts().passed()).contains("validateTenant", "approveRequest", "sendConsentInvitation")
			.doesNotContain("obtainConsent", "issueTenantKey");
		assertThat(picture())
			.contains("[data-element-id=awaitConsent] > .djs-visual > :first-child { fill: var(--here)",
					"[data-element-id=approveRequest] > .djs-visual > :first-child { fill: var(--passed)")
			.doesNotContain("[data-element-id=issueTenantKey]");
	}

	@Test
	void stepThatIsAboutToBeDoneIsWhereItStands() {
		begin();
		assertThat(places()).extracting(Place::id, Place::state).containsExactly(tuple("validateTenant", State.here));
	}

	@Test
	void stepThatFailedForGoodIsMarkedAsThat() {
		begin();
		step("validateTenant");
		decide("approve", "");
		given(this.firewall.admit(any(), any())).willThrow(RemoteCallFailed.answered("Azure", 403, null));
		Job job = job("openFirewall", journey());
		this.management.setJobRetries(job.getId(), 1);
		assertThatThrownBy(() -> this.management.executeJob(job.getId())).isInstanceOf(RemoteCallFailed.class);
		this.management.setJobRetries(job.getId(), 0);
		assertThat(places()).extracting(Place::id, Place::words, Place::state)
			.containsExactly(tuple("openFirewall", "Open firewall", State.stuck));
		assertThat(picture())
			.contains("[data-element-id=openFirewall] > .djs-visual > :first-child { fill: var(--bad)");
	}

	@Test
	void whatIsOverStandsAtItsEnd() {
		begin();
		step("validateTenant");
		decide("reject", "We have no capacity this year.");
		step("sendRejection");
		assertThat(places()).extracting(Place::id, Place::words, Place::state)
			.containsExactly(tuple("requestRejected", "Request rejected", State.ended));
	}

	@Test
	void whatWasCancelledStandsAtTheEndOfTheCancellation() {
		awaitConsent();
		this.onboarding.cancel(this.reference, "No budget.", Actor.CUSTOMER);
		step("closeFirewall_cancelled");
		step("withdrawConference_cancelled");
		step("sendCancellation");
		assertThat(places()).extracting(Place::id, Place::state)
			.containsExactly(tuple("onboardingCancelled", State.ended));
	}

	@Test
	void ofWhomTheEngineKnowsNothingTheDrawingSaysNothing() {
		this.reference = new CustomerReference("OM-222222");
		assertThat(places()).isEmpty();
		assertThat(picture()).startsWith("<?xml").doesNotContain("!important");
	}

	private List<Place> places() {
		return whereabouts().places();
	}

	private Whereabouts whereabouts() {
		return this.drawing.whereabouts(this.reference);
	}

	private String picture() {
		return this.drawing.picture(this.reference);
	}

}
