package com.modalitysystems.onboarding.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.DomainName;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.Tenant;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.directory.TenantLookup;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.*;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.*;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.atLeastOnce;

/** Wherever an onboarding waits, it can be stopped, and asked for anew. */
class StoppingProcessTests extends OnboardingJourney {

	private static final String REASON = "Not needed any more.\nThank you!";

	@ParameterizedTest
	@EnumSource
	void customerStopsItWhereverItWaits(Place place) {
		reach(place);
		List<String> before = trail();
		assertThat(this.onboarding.cancel(this.reference, REASON, Actor.CUSTOMER)).isTrue();

		assertStopped(before);
		assertThat(this.onboarding.cancel(this.reference, "Again.", Actor.CUSTOMER)).isFalse();
		assertAskedForAnew();
	}

	@ParameterizedTest
	@EnumSource
	void staffStopItWhereverItWaits(Place place) {
		reach(place);
		List<String> before = trail();
		intervene();

		assertStopped(before);
		assertThatExceptionOfType(RefusedToStaff.class).isThrownBy(this::intervene)
			.withMessageContaining("come to an end");
	}

	@Test
	void attemptThatNobodyRenewedIsShownWithoutWords() {
		expire();
		this.clock.advance(Duration.ofDays(30));
		step("renewalOverdue");
		step("closeFirewall_givenUp");
		step("withdrawConference_givenUp");
		step("sendRejection_givenUp");
		CustomerReference first = this.reference;
		awaitApproval();
		assertThat(earlier()).contains(first + ", requested", ": closed ").doesNotContain("because");
	}

	private void assertStopped(List<String> before) {
		ProcessInstance journey = journey();
		assertThat(stage()).isEqualTo(Stage.cancelled);
		assertThat(tasks()).isZero();
		assertThat(this.runtime.createIncidentQuery().processInstanceId(journey.getId()).count()).isZero();
		assertThat(this.runtime.createEventSubscriptionQuery().processInstanceId(journey.getId()).count()).isZero();
		then(this.letters).should(atLeastOnce()).withdraw(argThat(told -> told.stage() == Stage.cancelled));
		step("closeFirewall_cancelled");
		step("withdrawConference_cancelled");
		step("sendCancellation");

		assertThat(journey).isEnded().hasPassed("onboardingCancelled");
		assertThat(customer().window().isOpen()).isFalse();
		then(this.firewall).should(atLeastOnce()).shut(this.reference);
		then(this.platform).should().withdraw(this.reference);
		then(this.letters).should().cancellation(argThat(told -> REASON.equals(told.reason())));
		assertThat(trail()).startsWith(before.toArray(String[]::new))
			.containsSubsequence("cancellationRequested", "firewallClosed", "conferenceWithdrawn");
	}

	private void assertAskedForAnew() {
		CustomerReference first = this.reference;
		given(this.directory.find(any()))
			.willReturn(new TenantLookup.Found(new Tenant(this.tenantId, this.company, "contoso.onmicrosoft.com")));
		begin();
		step("validateTenant");
		assertThat(earlier()).contains(first + ", requested", ": cancelled ")
			.endsWith(", because: Not needed any more. Thank you!");
	}

	private String earlier() {
		return (String) taskService().getVariableLocal(task("approveRequest", journey()).getId(), "earlier");
	}

	private void intervene() {
		String definition = repositoryService().createProcessDefinitionQuery()
			.processDefinitionKey("intervene")
			.latestVersion()
			.singleResult()
			.getId();
		this.forms.submitStartForm(definition,
				Map.of("reference", this.reference.value(), "intervention", "cancel", "reason", REASON));
	}

	private long tasks() {
		return taskService().createTaskQuery().processInstanceBusinessKey(this.reference.value()).count();
	}

	private void reach(Place place) {
		switch (place) {
			case correctRequest -> awaitCorrection();
			case approveRequest -> awaitApproval();
			case approvalOverdue -> awaitApprovalForLong();
			case awaitAnswer -> awaitAnswer();
			case openFirewall -> openInVain();
			case awaitConsent -> awaitConsent();
			case approveAddress -> changeAddressThreeTimes();
			case approveAdmin -> nameAStranger();
			case callCustomer -> keepSilent();
			case resolveConsent -> meetWithTrouble();
			case awaitRenewal -> expire();
			case issueTenantKey -> provisionInVain(2);
			case operator -> provisionInVain(6);
			case awaitSetup -> awaitSetup();
			case callCustomer_setup -> keepSilentOfTheSetup();
			case confirmService -> reportTheSetup();
		}
		assertThat(journey()).isWaitingAt(place.activity());
	}

	private void awaitCorrection() {
		refuseTenant(TenantLookup.Reason.unknown);
		awaitApproval();
	}

	private void awaitApproval() {
		begin();
		step("validateTenant");
	}

	private void awaitApprovalForLong() {
		awaitApproval();
		step("approvalOverdue");
	}

	private void awaitAnswer() {
		awaitApproval();
		decide("ask", "Which tenant is it?");
		step("sendQuestion");
	}

	private void openInVain() {
		willThrow(new RemoteCallFailed("Azure", "503", null, null)).given(this.firewall).admit(any(), any());
		awaitApproval();
		decide("approve", "");
		fail("openFirewall", 1);
	}

	private void changeAddressThreeTimes() {
		awaitConsent();
		for (String address : List.of("81.2.69.161", "81.2.69.162")) {
			this.onboarding.changeAddress(this.reference, address);
			step("decideNextStep");
			step("openFirewall_again");
		}
		this.onboarding.changeAddress(this.reference, "81.2.69.163");
		step("decideNextStep");
	}

	private void nameAStranger() {
		awaitConsent();
		given(this.directory.find(DomainName.of("consultants.example"))).willReturn(new TenantLookup.Found(
				new Tenant(new TenantId(UUID.randomUUID()), "Consultants", "consultants.example")));
		this.onboarding.handOn(this.reference, "Grace Hopper", "grace@consultants.example");
		step("decideNextStep");
	}

	private void keepSilent() {
		// from a Tuesday: the fifteenth business day is over
		awaitConsentInVain(22);
		step("sendConsentReminder");
		this.clock.advance(Duration.ofDays(5));
		lookAndDecide();
	}

	private void meetWithTrouble() {
		tenantSays(Consent.Outcome.blocked);
		awaitConsent();
		grant();
		step("sendConsentProblem");
		grant();
		step("sendConsentProblem");
		grant();
	}

	private void grant() {
		this.clock.advance(Duration.ofMinutes(1));
		this.onboarding.consentGranted(this.reference);
		step("decideNextStep");
		step("verifyConsent");
	}

	private void expire() {
		awaitConsentInVain(31);
		step("closeFirewall_expired");
		step("sendExpiryNotice");
	}

	private void keepSilentOfTheSetup() {
		awaitSetup();
		this.clock.advance(Duration.ofDays(24));
		decideSetup();
		step("sendSetupReminder");
		this.clock.advance(Duration.ofDays(5));
		decideSetup();
	}

	private void decideSetup() {
		step("setupReminderDue");
		step("decideSetupStep");
	}

	private void reportTheSetup() {
		awaitSetup();
		this.onboarding.setupReported(this.reference);
		step("decideSetupStep");
	}

	private void awaitConsentInVain(int days) {
		tenantSays(Consent.Outcome.notYet);
		awaitConsent();
		this.clock.advance(Duration.ofDays(days));
		step("nextLookDue");
		step("decideNextStep");
		step("closeFirewall_shut");
		lookAndDecide();
	}

	private void lookAndDecide() {
		step("nextLookDue");
		step("decideNextStep");
		step("verifyConsent");
		step("consentReminderDue");
		step("decideNextStep");
	}

	private void provisionInVain(int attempts) {
		given(this.platform.provision(any())).willThrow(new RemoteCallFailed("Pexip", "503", null, null));
		awaitConsent();
		returnFromMicrosoft(null);
		step("decideNextStep");
		step("verifyConsent");
		step("closeFirewall");
		fail("issueTenantKey", attempts);
	}

	private void fail(String activity, int attempts) {
		for (int attempt = 0; attempt < attempts; attempt++) {
			assertThatThrownBy(() -> step(activity)).hasMessageContaining("503");
		}
	}

	private void tenantSays(Consent.Outcome outcome) {
		given(this.directory.consentOf(any())).willAnswer(call -> consent(outcome));
	}

	/**
	 * Where an onboarding may wait: for staff, the customer, a better moment, or an
	 * operator.
	 */
	enum Place {

		correctRequest, approveRequest, approvalOverdue, awaitAnswer, openFirewall, awaitConsent, approveAddress,
		approveAdmin, callCustomer, resolveConsent, awaitRenewal, issueTenantKey, operator, awaitSetup,
		callCustomer_setup, confirmService;

		private String activity() {
			return switch (this) {
				case approvalOverdue -> "tellManagers";
				case operator -> issueTenantKey.name();
				default -> name();
			};
		}

	}

}
