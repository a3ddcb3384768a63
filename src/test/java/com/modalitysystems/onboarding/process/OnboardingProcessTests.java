package com.modalitysystems.onboarding.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import com.modalitysystems.onboarding.customer.InvitationProof;
import com.modalitysystems.onboarding.customer.KeyWish;
import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.SetupResult;
import com.modalitysystems.onboarding.customer.SetupResult.Federation;
import com.modalitysystems.onboarding.customer.SetupResult.Mode;
import com.modalitysystems.onboarding.customer.SetupResult.PolicySeen;
import com.modalitysystems.onboarding.customer.SetupResult.ProviderSeen;
import com.modalitysystems.onboarding.customer.SetupResult.Scope;
import com.modalitysystems.onboarding.customer.SetupResult.Stop;
import com.modalitysystems.onboarding.customer.SetupResult.TenantSeen;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.Tenant;
import com.modalitysystems.onboarding.customer.TimeZone;
import com.modalitysystems.onboarding.customer.WaitingFor;
import com.modalitysystems.onboarding.directory.TenantLookup;
import com.modalitysystems.onboarding.firewall.Admission;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.*;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.*;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.times;

class OnboardingProcessTests extends OnboardingJourney {

	@Autowired
	private Amendments amendments;

	@Test
	void approvedCustomerConsentsSetsUpAndIsLive() {
		begin();
		step("validateTenant");
		assertThat(stage()).isEqualTo(Stage.awaitingApproval);
		assertThat(task(journey())).hasDefinitionKey("approveRequest")
			.hasCandidateGroup("onboarding-staff")
			.hasName("Approve request: " + this.company);
		decide("approve", "");
		assertThat(stage()).isEqualTo(Stage.provisioning);
		step("openFirewall");
		step("sendConsentInvitation");
		assertThat(journey()).isWaitingAt("awaitConsent");
		assertThat(stage()).isEqualTo(Stage.awaitingConsent);
		returnFromMicrosoft(null);
		step("decideNextStep");
		step("verifyConsent");
		step("closeFirewall");
		step("issueTenantKey");
		step("sendSetupInstructions");
		assertThat(stage()).isEqualTo(Stage.awaitingSetup);
		this.onboarding.setupReported(this.reference);
		step("decideSetupStep");
		assertThat(task(journey())).hasDefinitionKey("confirmService");
		assertThat(stage()).isEqualTo(Stage.confirming);
		decide("works", "");
		ProcessInstance journey = journey();
		step("sendWelcome");

		assertThat(journey).isEnded().hasPassed("customerLive");
		assertThat(trail()).containsExactly("onboardingRequested", "tenantValidated", "taskOpened", "requestApproved",
				"firewallOpened", "consentStarted", "consentReturned", "consentChecked", "firewallClosed",
				"tenantKeyIssued", "setupReported", "taskOpened", "serviceConfirmed");
		assertThat(stage()).isEqualTo(Stage.live);
		then(this.firewall).should().admit(any(), any());
		then(this.firewall).should().shut(this.reference);
		then(this.letters).should().requestReceived(any());
		then(this.letters).should().consentInvitation(any());
		then(this.letters).should().setupInstructions(any());
		then(this.letters).should().welcome(any());
	}

	@Test
	void rejectedCustomerIsToldWhy() {
		begin();
		step("validateTenant");
		decide("reject", "We have no capacity this year.");
		ProcessInstance journey = journey();
		step("sendRejection");

		assertThat(journey).isEnded().hasPassed("requestRejected");
		assertThat(stage()).isEqualTo(Stage.rejected);
		assertThat(customer().reason()).isEqualTo("We have no capacity this year.");
		then(this.letters).should().rejection(any());
		then(this.firewall).should(never()).admit(any(), any());
	}

	@Test
	void rejectionWithoutAReasonIsRefusedWithASentence() {
		begin();
		step("validateTenant");
		assertThatThrownBy(() -> decide("reject", " ")).hasStackTraceContaining("Please give the words");
		assertThatThrownBy(() -> decide("perhaps", "")).hasStackTraceContaining("Please choose");
		assertThat(journey()).isWaitingAt("approveRequest");
	}

	@Test
	void decisionIsRefusedFromWhoHasNotClaimedTheTask() {
		begin();
		step("validateTenant");
		String task = task(journey()).getId();
		assertThatThrownBy(() -> decideAs("staff", task)).hasStackTraceContaining("Nobody has claimed this task");
		taskService().claim(task, "another");
		assertThatThrownBy(() -> decideAs("staff", task)).hasStackTraceContaining("Somebody else has claimed");

		assertThat(journey()).isWaitingAt("approveRequest");
		assertThat(trail()).doesNotContain("requestApproved");
	}

	@Test
	void trailNamesWhoDecided() {
		begin();
		step("validateTenant");
		String task = task(journey()).getId();
		taskService().claim(task, "staff");
		decideAs("staff", task);

		assertThat(deciders()).containsExactly("staff:staff");
	}

	@Test
	void decisionThatTheHouseItselfTakesIsTheSystems() {
		begin();
		step("validateTenant");
		decide("approve", "");

		assertThat(deciders()).containsExactly("system");
	}

	@Test
	void historyForgetsTheCompanyWhenATaskIsDone() {
		begin();
		step("validateTenant");
		decide("approve", "");

		assertThat(namesInTheHistory()).containsExactly("Approve request");
	}

	@Test
	void historyForgetsTheCompanyWhenATaskIsTakenAway() {
		begin();
		step("validateTenant");
		this.onboarding.cancel(this.reference, "Not needed any more.", Actor.CUSTOMER);

		assertThat(namesInTheHistory()).containsExactly("Approve request");
	}

	@Test
	void askedCustomerAnswersAndIsValidatedAgain() {
		begin();
		step("validateTenant");
		decide("ask", "Which of your offices is this for?");
		step("sendQuestion");
		assertThat(stage()).isEqualTo(Stage.awaitingCustomer);
		this.onboarding.answer(this.reference, "The one in Leeds.", request());
		step("validateTenant");

		assertThat(journey()).isWaitingAt("approveRequest");
		assertThat(customer().answer()).isEqualTo("The one in Leeds.");
		then(this.letters).should().question(any());
	}

	@Test
	void unansweredQuestionGoesBackToStaff() {
		begin();
		step("validateTenant");
		decide("ask", "Which of your offices is this for?");
		step("sendQuestion");
		step("answerOverdue");
		step("validateTenant");

		assertThat(journey()).isWaitingAt("approveRequest");
	}

	@Test
	void overdueApprovalTellsTheManagersOnce() {
		begin();
		step("validateTenant");
		step("approvalOverdue");
		step("tellManagers");

		assertThat(journey()).isWaitingAt("approveRequest").hasPassed("managersTold");
		assertThat(jobs("approvalOverdue")).isZero();
		then(this.letters).should().approvalOverdue(any());
	}

	@Test
	void refusedTenantIsCorrectedByStaff() {
		refuseTenant(TenantLookup.Reason.unknown);
		begin();
		step("validateTenant");
		assertThat(task(journey())).hasDefinitionKey("correctRequest");
		aWorldInWhichAllGoesWell();
		submit(Map.of("decision", "correct", "tenant", "fabrikam-" + this.tenantId + ".com"));
		step("validateTenant");

		assertThat(journey()).isWaitingAt("approveRequest").hasPassed("tenantRefused", "correctRequest");
		assertThat(customer().asked().tenant().asText()).isEqualTo("fabrikam-" + this.tenantId + ".com");
	}

	@Test
	void requestIsCorrectedInBetweenWhileStaffAreAsked() {
		refuseTenant(TenantLookup.Reason.unknown);
		begin();
		assertThat(correctCompany("Too early")).as("while its tenant is looked up").isFalse();
		step("validateTenant");
		aWorldInWhichAllGoesWell();
		assertThat(correctCompany("Contoso AG")).isTrue();
		step("validateTenant");
		assertThat(journey()).isWaitingAt("approveRequest").hasPassed("requestCorrected_correction");
		assertThat(correctCompany("Contoso SE")).isTrue();
		assertThat(stage()).isEqualTo(Stage.requested);
		step("validateTenant");
		assertThat(task(journey())).hasName("Approve request: Contoso SE");
		assertThat(customer().administrator().name()).isEqualTo("Ada Lovelace");

		decide("approve", "");
		assertThat(correctCompany("Too late")).isFalse();
		assertThat(customer().company()).isEqualTo("Contoso SE");
		assertThat(trail()).filteredOn("requestCorrected"::equals).hasSize(2);
	}

	private boolean correctCompany(String company) {
		return this.amendments.correct(this.reference,
				new OnboardingRequest(company, null, null, null, null, " ", null, null, null), Actor.staff("sam"));
	}

	@Test
	void wrongCorrectionIsRefusedWithTheSentencesOfTheIntake() {
		refuseTenant(TenantLookup.Reason.unknown);
		begin();
		step("validateTenant");

		assertThatThrownBy(() -> submit(Map.of("decision", "correct", "adminAddress", "10.0.0.1")))
			.hasStackTraceContaining("Administrator's IP address");
		assertThat(journey()).isWaitingAt("correctRequest");
	}

	@Test
	void customerOfARefusedTenantIsAsked() {
		refuseTenant(TenantLookup.Reason.otherCloud);
		begin();
		step("validateTenant");
		decide("ask", "Is this your tenant's id?");
		step("sendQuestion");

		assertThat(stage()).isEqualTo(Stage.awaitingCustomer);
		assertThat(customer().question()).isEqualTo("Is this your tenant's id?");
	}

	@Test
	void refusedTenantIsClosedWithAReason() {
		refuseTenant(TenantLookup.Reason.consumers);
		begin();
		step("validateTenant");
		decide("close", "This is no company's tenant.");
		ProcessInstance journey = journey();
		step("sendRejection_closed");

		assertThat(journey).isEnded().hasPassed("onboardingClosed");
		assertThat(stage()).isEqualTo(Stage.closed);
		then(this.letters).should().rejection(any());
	}

	@Test
	void domainOfATenantThatIsAlreadyOnboardingIsRefused() {
		begin();
		step("validateTenant");
		CustomerReference first = this.reference;
		this.reference = this.onboarding.begin(request("other-" + this.tenantId + ".com"), Actor.CUSTOMER).reference();
		step("validateTenant");

		assertThat(task(journey())).hasDefinitionKey("correctRequest");
		assertThat(taskService().getVariable(task(journey()).getId(), "refusal"))
			.isEqualTo("This tenant is already onboarding, or live, as " + first + ".");
		assertThat(this.customers.require(first).stage()).isEqualTo(Stage.awaitingApproval);
	}

	@Test
	void consentThatIsNotThereYetIsLookedAtAgain() {
		given(this.directory.consentOf(any())).willAnswer(call -> consent(Consent.Outcome.notYet))
			.willAnswer(call -> consent(Consent.Outcome.verified));
		awaitConsent();
		returnFromMicrosoft(null);
		step("decideNextStep");
		step("verifyConsent");
		assertThat(journey()).isWaitingAt("awaitConsent");
		assertThat(customer().waitingFor()).isEqualTo(WaitingFor.microsoft);
		assertThat(due("nextLookDue")).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(11));
		step("nextLookDue");
		step("decideNextStep");
		step("verifyConsent");

		assertThat(job("closeFirewall", journey())).isNotNull();
	}

	@Test
	void returnThatArrivesBeforeTheProcessWaitsIsFoundAtOnce() {
		begin();
		step("validateTenant");
		decide("approve", "");
		step("openFirewall");
		this.facts.consentReturned(this.reference, null, this.tenantId);
		step("sendConsentInvitation");

		assertThat(due("nextLookDue")).isLessThanOrEqualTo(Duration.ZERO);
	}

	@Test
	void secondReturnWhileConsentIsVerifiedRemindsNobodyOfTheSetup() {
		awaitConsent();
		returnFromMicrosoft(null);
		step("decideNextStep");
		this.onboarding.consentGranted(this.reference);
		step("verifyConsent");
		step("closeFirewall");
		step("issueTenantKey");
		step("sendSetupInstructions");

		assertThat(due("setupReminderDue")).isGreaterThan(Duration.ofDays(1));
	}

	@Test
	void setupRemindersCountFromTheSetupAndNotFromWhatCameBefore() {
		awaitConsent();
		returnFromMicrosoft(null);
		step("decideNextStep");
		step("verifyConsent");
		step("closeFirewall");
		this.clock.advance(Duration.ofDays(7));
		step("issueTenantKey");
		step("sendSetupInstructions");

		assertThat(due("setupReminderDue")).isGreaterThan(Duration.ofDays(1));
	}

	@Test
	void wakeUpOfTheSetupWithoutAReportWaitsOn() {
		awaitSetup();
		step("setupReminderDue");
		step("decideSetupStep");

		assertThat(journey()).isWaitingAt("awaitSetup");
		then(this.letters).should(never()).setupReminder(any(), any());
	}

	@Test
	void factWhoseWakeUpWasLostIsFoundByTheNextRound() {
		awaitSetup();
		this.facts.setupReported(this.reference);
		assertThat(journey()).isWaitingAt("awaitSetup");
		this.waitingFacts.wake();
		step("decideSetupStep");

		assertThat(journey()).isWaitingAt("confirmService");
	}

	@Test
	void actsThatNobodyWaitsForAreRefusedAndChangeNothing() {
		begin();
		step("validateTenant");
		Customer before = customer();

		assertThatExceptionOfType(NoLongerWaiting.class)
			.isThrownBy(() -> this.onboarding.answer(this.reference, "Late.", request("late.example")));
		assertThatExceptionOfType(NoLongerWaiting.class)
			.isThrownBy(() -> this.onboarding.consentGranted(this.reference));
		assertThatExceptionOfType(NoLongerWaiting.class).isThrownBy(() -> this.onboarding.startConsent(this.reference));
		assertThatExceptionOfType(NoLongerWaiting.class)
			.isThrownBy(() -> this.onboarding.setupReported(this.reference));
		assertThat(customer()).isEqualTo(before);
	}

	@Test
	void cancellationThatComesTooLateLeavesNoWords() {
		rejectedCustomerIsToldWhy();

		assertThat(this.onboarding.cancel(this.reference, "Never mind.", Actor.CUSTOMER)).isFalse();
		assertThat(customer().reason()).isEqualTo("We have no capacity this year.");
		assertThat(trail()).doesNotContain("cancellationRequested");
	}

	@Test
	void waitingAdministratorIsRemindedAfterALook() {
		given(this.directory.consentOf(any())).willAnswer(call -> consent(Consent.Outcome.notYet));
		awaitConsent();
		this.clock.advance(Duration.ofDays(6));
		step("consentReminderDue");
		step("decideNextStep");
		step("closeFirewall_shut");
		step("consentReminderDue");
		step("decideNextStep");
		step("verifyConsent");
		step("consentReminderDue");
		step("decideNextStep");
		step("sendConsentReminder");

		assertThat(journey()).isWaitingAt("awaitConsent");
		assertThat(customer().remindersSent()).isEqualTo(1);
		then(this.letters).should().consentReminder(any(), any());
	}

	@Test
	void forgedReturnWakesNobody() {
		awaitConsent();
		assertThat(this.onboarding.consentReturned("forged", null, this.tenantId)).isEmpty();

		assertThat(journey()).isWaitingAt("awaitConsent");
		assertThat(customer().consentReturn()).isNull();
	}

	@Test
	void usedReturnWakesNobodyAgain() {
		given(this.directory.consentOf(any())).willAnswer(call -> consent(Consent.Outcome.notYet));
		awaitConsent();
		String state = returnFromMicrosoft("access_denied");
		step("decideNextStep");
		step("verifyConsent");
		assertThat(customer().waitingFor()).isEqualTo(WaitingFor.customer);

		assertThat(this.onboarding.consentReturned(state, null, this.tenantId)).isEmpty();
		assertThat(journey()).isWaitingAt("awaitConsent");
	}

	@Test
	void failedTestCallIsToldAndReportedAgain() {
		awaitSetup();
		this.onboarding.setupReported(this.reference);
		step("decideSetupStep");
		decide("fails", "The invitation carries no tenant key.");
		step("sendSetupProblem");
		assertThat(stage()).isEqualTo(Stage.awaitingSetup);
		this.onboarding.setupReported(this.reference);
		step("decideSetupStep");

		assertThat(journey()).isWaitingAt("confirmService");
		assertThat(customer().reason()).isEqualTo("The invitation carries no tenant key.");
		then(this.letters).should().setupProblem(any());
	}

	@Test
	void runOfTheScriptThatDidEverythingIsAReport() {
		awaitSetup();
		assertThat(this.onboarding.scriptReported(this.reference, ran(Mode.plan))).isTrue();
		assertThat(journey()).as("a look is no report").isWaitingAt("awaitSetup");
		assertThat(this.onboarding.scriptReported(this.reference, ran(Mode.pilot))).isTrue();
		step("decideSetupStep");
		assertThat(this.onboarding.scriptReported(this.reference, ran(Mode.pilot))).as("the same run").isFalse();

		assertThat(journey()).isWaitingAt("confirmService");
		assertThat(trail()).endsWith("scriptReported", "scriptReported", "setupReported", "taskOpened");
		assertThat(taskService().getVariable(task(journey()).getId(), "setupResult")).asString()
			.contains("The script was run for a pilot", "The policy is with 2 pilot users");
	}

	/** Whichever comes first, the task or what the customer shows. */
	@Test
	void whatIsNotAsItShouldBeIsNamedToStaffEvenWhileTheyConfirm() {
		awaitSetup();
		this.onboarding.setupReported(this.reference);
		step("decideSetupStep");
		assertThat(journey()).isWaitingAt("confirmService");
		assertThat(shown("setupResult")).isEqualTo("The script has not reported yet.");

		this.onboarding.scriptReported(this.reference,
				new SetupResult(Mode.everyone, Stop.tenant, TenantSeen.other, PolicySeen.missing, ProviderSeen.other,
						Scope.otherService, Federation.open, 0, Instant.parse("2026-11-20T10:15:00Z"), 4821));
		this.onboarding.invitationSeen(this.reference, proof(InvitationProof.Outcome.wrongKey));
		assertThat(shown("setupResult")).contains(
				"To put right: It was signed in to another tenant than the one it was made for.",
				"To put right: The tenant does not offer Microsoft’s policy PexipServiceProviderEnabled.",
				"To put right: The provider Pexip carries another tenant key: that of another service.",
				"To put right: Everyone has the policy of another service.");
		assertThat(shown("proof"))
			.contains("The invitation leads to our service, but not with the tenant key of this set-up.");
	}

	private String shown(String name) {
		return String.valueOf(taskService().getVariableLocal(task(journey()).getId(), name));
	}

	@Test
	void invitationInWhichEverythingStandsIsAReport() {
		awaitSetup();
		this.onboarding.invitationSeen(this.reference, proof(InvitationProof.Outcome.noneYet));
		assertThat(journey()).isWaitingAt("awaitSetup");
		this.onboarding.invitationSeen(this.reference, proof(InvitationProof.Outcome.complete));
		step("decideSetupStep");

		assertThat(journey()).isWaitingAt("confirmService");
		assertThat(trail()).endsWith("invitationChecked", "invitationChecked", "setupReported", "taskOpened");
		assertThat(taskService().getVariable(task(journey()).getId(), "proof")).asString()
			.contains("The invitation carries all of it", "The tenant key is in it.");
	}

	private static InvitationProof proof(InvitationProof.Outcome outcome) {
		boolean found = outcome == InvitationProof.Outcome.complete;
		return new InvitationProof(outcome, found, found, found, Instant.parse("2026-11-20T10:15:00Z"));
	}

	@Test
	void runOfTheScriptAfterTheEndIsRefused() {
		begin();
		step("validateTenant");
		decide("reject", "We have no capacity this year.");
		step("sendRejection");

		assertThatExceptionOfType(NoLongerWaiting.class)
			.isThrownBy(() -> this.onboarding.scriptReported(this.reference, ran(Mode.status)));
	}

	private static SetupResult ran(Mode mode) {
		return new SetupResult(mode, Stop.nowhere, TenantSeen.here, PolicySeen.there, ProviderSeen.ours, Scope.pilot,
				Federation.open, 2, Instant.parse("2026-11-20T10:15:00Z"), 4821);
	}

	@Test
	void customerWhoDoesNotReportIsReminded() {
		awaitSetup();
		this.clock.advance(Duration.ofDays(30));
		step("setupReminderDue");
		step("decideSetupStep");
		step("sendSetupReminder");

		assertThat(journey()).isWaitingAt("awaitSetup");
		assertThat(customer().remindersSent()).as("one catch-up for all letters that fell due").isEqualTo(4);
		then(this.letters).should(times(1)).setupReminder(any(), any());
		assertThat(due("setupReminderDue")).as("time before the call").isGreaterThan(Duration.ofDays(1));
	}

	@Test
	void customerWhoDoesNotAnswerAnyLetterIsCalledAndGivenUp() {
		awaitSetup();
		remindUntilOnlyACallIsLeft("setupReminderDue", "decideSetupStep", "sendSetupReminder");
		assertThat(task(journey())).hasDefinitionKey("callCustomer_setup");
		assertThat(customer().waitingFor()).isEqualTo(WaitingFor.staff);
		decide("giveUp", "You no longer answer.");
		step("withdrawConference_givenUp");
		ProcessInstance journey = journey();
		step("sendRejection_givenUp");

		assertThat(journey).isEnded().hasPassed("setupGivenUp", "onboardingClosed_givenUp");
		assertThat(stage()).isEqualTo(Stage.closed);
		assertThat(customer().reason()).isEqualTo("You no longer answer.");
		then(this.platform).should().withdraw(any());
		then(this.letters).should().rejection(any());
	}

	@Test
	void customerWhoPromisesOnTheTelephoneIsWaitedForAgain() {
		awaitSetup();
		remindUntilOnlyACallIsLeft("setupReminderDue", "decideSetupStep", "sendSetupReminder");
		decide("goOn", "");

		assertThat(journey()).isWaitingAt("awaitSetup");
		assertThat(customer().waitingFor()).isEqualTo(WaitingFor.customer);
		assertThat(due("setupReminderDue")).as("the next call, five business days later")
			.isBetween(Duration.ofDays(6), Duration.ofDays(8));
	}

	private void remindUntilOnlyACallIsLeft(String timer, String decision, String reminder) {
		this.clock.advance(Duration.ofDays(24));
		step(timer);
		step(decision);
		step(reminder);
		this.clock.advance(Duration.ofDays(5));
		step(timer);
		step(decision);
	}

	@Test
	void cancelledOnboardingLeavesNothingBehind() {
		awaitSetup();
		ProcessInstance journey = journey();
		assertThat(this.onboarding.cancel(this.reference, "Not needed any more.", Actor.CUSTOMER)).isTrue();
		assertThat(stage()).isEqualTo(Stage.cancelled);
		step("closeFirewall_cancelled");
		step("withdrawConference_cancelled");
		step("sendCancellation");

		assertThat(journey).isEnded().hasPassed("onboardingCancelled");
		then(this.platform).should().withdraw(this.reference);
		then(this.letters).should().cancellation(any());
		assertThat(this.onboarding.cancel(this.reference, "Again.", Actor.CUSTOMER)).isFalse();
	}

	@Test
	void stepThatFailsIsTriedAgainAndThenAnIncident() {
		willThrow(new RemoteCallFailed("Azure", "503", null, null)).given(this.firewall).admit(any(), any());
		begin();
		step("validateTenant");
		decide("approve", "");
		for (int attempt = 0; attempt < 6; attempt++) {
			assertThat(journey()).isWaitingAt("openFirewall");
			assertThatThrownBy(() -> step("openFirewall")).hasMessageContaining("Azure: 503");
		}

		assertThat(trail()).doesNotContain("firewallOpened");
		assertThat(this.runtime.createIncidentQuery().processInstanceId(journey().getId()).count()).isOne();
		assertThat(customer().waitingFor()).isEqualTo(WaitingFor.operator);
	}

	@Test
	void whoeverIsWaitedForIsSoAgainWhenAnOperatorRetries() {
		awaitConsent();
		this.onboarding.openWindow(this.reference);
		step("decideNextStep");
		willThrow(new RemoteCallFailed("Azure", "503", null, null)).given(this.firewall).admit(any(), any());
		for (int attempt = 0; attempt < 6; attempt++) {
			assertThatThrownBy(() -> step("openFirewall_again")).hasMessageContaining("Azure: 503");
		}
		assertThat(customer().waitingFor()).isEqualTo(WaitingFor.operator);

		willReturn(Admission.admitted).given(this.firewall).admit(any(), any());
		this.management.setJobRetries(job("openFirewall_again", journey()).getId(), 1);
		then(this.letters).should(never()).addressOpened(any());
		step("openFirewall_again");
		assertThat(journey()).isWaitingAt("awaitConsent");
		assertThat(customer().waitingFor()).isEqualTo(WaitingFor.customer);
		then(this.letters).should().addressOpened(any());
	}

	@Test
	void stepThatAnOperatorRetriesGoesOn() {
		stepThatFailsIsTriedAgainAndThenAnIncident();
		willReturn(Admission.admitted).given(this.firewall).admit(any(), any());
		this.management.setJobRetries(job("openFirewall", journey()).getId(), 1);
		assertThat(customer().waitingFor()).isEqualTo(WaitingFor.nobody);
		step("openFirewall");

		assertThat(trail()).contains("firewallOpened");
		assertThat(job("sendConsentInvitation", journey())).isNotNull();
	}

	@Test
	void firewallThatStaysShutIsNotSaidToBeOpen() {
		given(this.firewall.admit(any(), any())).willReturn(Admission.tooLate);
		begin();
		step("validateTenant");
		decide("approve", "");
		step("openFirewall");

		assertThat(trail()).doesNotContain("firewallOpened");
	}

	@Test
	void drawingsAndFormsAreDeployedUnderNamesThatDoNotMove() {
		String deployment = repositoryService().createProcessDefinitionQuery()
			.processDefinitionKey("onboarding")
			.latestVersion()
			.singleResult()
			.getDeploymentId();

		assertThat(repositoryService().getDeploymentResourceNames(deployment)).contains("bpmn/onboarding.bpmn",
				"forms/approveRequest.form");
	}

	@Test
	void secondProcessForOneRecordIsRefused() {
		begin();

		assertThatThrownBy(() -> this.runtime.startProcessInstanceByKey("onboarding", this.reference.value()))
			.hasStackTraceContaining("was started already");
	}

	@Test
	void staffStartAnOnboardingByForm() {
		this.runtime.startProcessInstanceByKey("onboarding",
				Map.of("company", this.company, "tenant", this.tenantId.asText(), "adminName", "Ada", "adminEmail",
						"ada@contoso.com", "adminAddress", "8.8.8.8"));
		this.reference = this.customers.openOnboardingOf(this.tenantId).orElseThrow();
		step("validateTenant");

		assertThat(journey()).isWaitingAt("approveRequest");
		assertThat(this.runtime.getVariables(journey().getId())).doesNotContainKeys("adminName", "adminEmail");
	}

	@Test
	void faultOfOursIsAnIncidentOfWhichTheCustomerHearsNothing() {
		String said = "Entra: refused a token with AADSTS7000222 (invalid_client): our client secret has expired";
		given(this.directory.consentOf(any())).willThrow(new IllegalStateException(said));
		awaitConsent();
		clearInvocations(this.letters);
		returnFromMicrosoft(null);
		step("decideNextStep");
		for (int attempt = 0; attempt < 6; attempt++) {
			assertThatThrownBy(() -> step("verifyConsent")).hasMessageContaining(said);
		}

		assertThat(this.runtime.createIncidentQuery().processInstanceId(journey().getId()).singleResult())
			.satisfies(incident -> assertThat(incident.getIncidentMessage()).contains(said));
		assertThat(customer().waitingFor()).isEqualTo(WaitingFor.operator);
		assertThat(customer().consent()).isNull();
		assertThat(trail()).doesNotContain("consentChecked");
		then(this.letters).shouldHaveNoInteractions();
	}

	@Test
	void staffMayWishForAKeyWhenTheyApprove() {
		begin();
		step("validateTenant");
		submit(Map.of("decision", "approve", "keyWish", " Contoso-EU "));

		assertThat(this.customers.require(this.reference).asked().keyWish()).isEqualTo(new KeyWish("contoso-eu"));
		assertThat(this.runtime.getVariables(journey().getId())).doesNotContainKey("keyWish");
	}

	@Test
	void wishOfARequestIsShownAndOutlivesItsCorrection() {
		this.runtime.startProcessInstanceByKey("onboarding",
				Map.of("company", this.company, "tenant", this.tenantId.asText(), "adminName", "Ada", "adminEmail",
						"ada@contoso.com", "adminAddress", "8.8.8.8", "keyWish", "contoso"));
		this.reference = this.customers.openOnboardingOf(this.tenantId).orElseThrow();
		refuseTenant(TenantLookup.Reason.unknown);
		step("validateTenant");
		submit(Map.of("decision", "correct", "tenant", this.tenantId.asText(), "adminAddress", "8.8.4.4"));

		Customer corrected = this.customers.require(this.reference);
		assertThat(corrected.administrator().address().value()).isEqualTo("8.8.4.4");
		assertThat(corrected.asked().keyWish()).isEqualTo(new KeyWish("contoso"));
	}

	@Test
	void timeZoneThatWasChosenOutlivesACorrection() {
		begin();
		this.customers.choose(this.reference, TimeZone.of("America/Denver"));
		refuseTenant(TenantLookup.Reason.unknown);
		step("validateTenant");
		submit(Map.of("decision", "correct", "tenant", this.tenantId.asText(), "adminAddress", "8.8.4.4"));
		assertThat(customer().asked().timeZone()).isEqualTo(TimeZone.of("America/Denver"));
		assertThat(customer().administrator().address()).hasToString("8.8.4.4");
	}

	@Test
	void wishThatNoKeyCanBeginWithIsRefused() {
		begin();
		step("validateTenant");

		assertThatThrownBy(() -> submit(Map.of("decision", "approve", "keyWish", "contoso@videosrv.net")))
			.hasStackTraceContaining("Leave out the @");
		assertThat(journey()).isWaitingAt("approveRequest");
	}

	@Test
	void wrongStartFormStartsNothing() {
		assertThatThrownBy(() -> start(Map.of("company", this.company, "tenant", "contoso", "adminName", "Ada",
				"adminEmail", "ada@contoso.com", "adminAddress", "192.168.1.1")))
			.hasStackTraceContaining("Tenant:")
			.hasStackTraceContaining("Administrator's IP address:");
		assertThat(this.runtime.createProcessInstanceQuery().variableValueEquals("company", this.company).count())
			.isZero();
	}

}
