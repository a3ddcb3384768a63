package com.modalitysystems.onboarding.process;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import com.modalitysystems.onboarding.customer.DomainName;
import com.modalitysystems.onboarding.customer.LinkId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.atLeastOnce;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.Successor;
import com.modalitysystems.onboarding.customer.Tenant;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.customer.WaitingFor;
import com.modalitysystems.onboarding.directory.TenantLookup;
import com.modalitysystems.onboarding.mail.Reminder;
import com.modalitysystems.onboarding.mail.Tone;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import static org.assertj.core.api.Assertions.*;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.*;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

/** Each way through the waiting for consent. */
class ObtainConsentProcessTests extends OnboardingJourney {

	@Autowired
	private Correspondence correspondence;

	private void tenantSays(Consent.Outcome outcome) {
		given(this.directory.consentOf(any())).willAnswer(call -> consent(outcome));
	}

	private void look() {
		step("decideNextStep");
		step("verifyConsent");
	}

	@Test
	void anotherAddressIsLetInAndTheOldOneShutOut() {
		awaitConsent();
		assertThat(customer().window().opened()).hasToString("8.8.8.8");
		this.onboarding.changeAddress(this.reference, "81.2.69.160");
		step("decideNextStep");
		step("openFirewall_again");

		assertThat(journey()).isWaitingAt("awaitConsent");
		assertThat(customer().administrator().address()).hasToString("81.2.69.160");
		assertThat(customer().window().opened()).hasToString("81.2.69.160");
		assertThat(customer().wishes().addressChanges()).isEqualTo(1);
		assertThat(trail()).contains("addressChangeAsked");
	}

	@Test
	void addressThatChangesTooOftenIsApprovedByStaff() {
		changeAddressThreeTimes();
		assertThat(customer().window().opened()).as("the one before stays open").hasToString("81.2.69.162");
		then(this.letters).should(never()).addressOpened(any());
		decide("approve", "");
		then(this.letters).should(never()).addressOpened(any());
		step("nextLookDue");
		step("decideNextStep");
		step("openFirewall_again");
		assertThat(customer().window().opened()).hasToString("81.2.69.163");
		assertThat(customer().wishes().addressChanges()).as("staff's own are not counted").isEqualTo(2);
		then(this.letters).should()
			.addressOpened(argThat(told -> told.administrator().address().value().equals("81.2.69.163")));
		assertThat(customer().window().toTell()).as("once").isFalse();
		assertThat(customer().waitingFor()).isEqualTo(WaitingFor.customer);
	}

	@Test
	void addressThatStaffRefuseStaysAsItWas() {
		changeAddressThreeTimes();
		decide("refuse", "This address is a public VPN.");
		assertThat(journey()).isWaitingAt("awaitConsent");
		assertThat(customer().window().opened()).hasToString("81.2.69.162");
		assertThat(customer().wishes().address()).isNull();
		assertThat(customer().reason()).isEqualTo("This address is a public VPN.");
		then(this.letters).should()
			.addressRefused(argThat(told -> "This address is a public VPN.".equals(told.reason())
					&& told.administrator().address().value().equals("81.2.69.162")));
	}

	@Test
	void consentThatIsGivenWhileStaffAreAskedIsFoundWithoutAReturn() {
		changeAddressThreeTimes();
		this.clock.advance(Duration.ofHours(7));
		tenantSays(Consent.Outcome.notYet);
		this.looksMeanwhile.look();
		assertThat(task(journey())).as("nothing is found").hasDefinitionKey("approveAddress");
		tenantSays(Consent.Outcome.verified);
		this.looksMeanwhile.look();
		assertThat(task(journey())).as("it has just been looked at").hasDefinitionKey("approveAddress");

		this.clock.advance(Duration.ofHours(7));
		this.looksMeanwhile.look();
		assertThat(journey()).isWaitingAt("awaitConsent").hasNotPassed("closeFirewall");
		step("nextLookDue");
		look();
		step("closeFirewall");
		assertThat(trail()).contains("consentFound").doesNotContain("consentReported");
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
		assertThat(task(journey())).hasDefinitionKey("approveAddress");
	}

	@Test
	void ruleTellsTheSameEndOfTheWindowAsTheRecord() {
		awaitConsent();
		ArgumentCaptor<Instant> told = ArgumentCaptor.forClass(Instant.class);
		then(this.firewall).should().admit(any(), told.capture());
		assertThat(customer().window().until()).isCloseTo(told.getValue(), within(1, ChronoUnit.MILLIS));
		assertThat(due("nextLookDue")).isLessThanOrEqualTo(Duration.between(this.clock.instant(), told.getValue()));
	}

	@Test
	void windowShutsItselfAndOpensAgainWhenTheAdministratorIsBack() {
		tenantSays(Consent.Outcome.notYet);
		awaitConsent();
		this.clock.advance(Duration.ofDays(3).plusMinutes(1));
		step("nextLookDue");
		step("decideNextStep");
		step("closeFirewall_shut");
		assertThat(customer().window().isOpen()).isFalse();
		then(this.firewall).should().shut(this.reference);

		this.onboarding.openWindow(this.reference);
		step("decideNextStep");
		step("openFirewall_again");
		assertThat(customer().window().isOpen()).isTrue();
		assertThat(customer().window().until()).isCloseTo(this.clock.instant().plus(Duration.ofDays(3)),
				within(1, ChronoUnit.MINUTES));
	}

	@Test
	void colleagueOfTheSameTenantTakesOverWithALinkOfTheirOwn() {
		awaitConsent();
		LinkId before = customer().link();
		this.onboarding.handOn(this.reference, "Grace Hopper", "grace@contoso.com");
		step("decideNextStep");
		step("handOver");

		assertThat(journey()).isWaitingAt("awaitConsent");
		assertThat(customer().administrator().name()).isEqualTo("Grace Hopper");
		assertThat(customer().link()).isNotEqualTo(before);
		assertThat(this.customers.find(before)).isEmpty();
		then(this.letters).should().handedOver(argThat(told -> told.administrator().name().equals("Ada Lovelace")));
		then(this.letters).should()
			.consentInvitation(argThat(told -> told.administrator().name().equals("Grace Hopper")
					&& "Ada Lovelace".equals(told.administrator().namedBy())));
		assertThat(trail()).contains("successorNamed", "handedOver");
	}

	@Test
	void colleagueFromElsewhereIsApprovedByStaff() {
		nameAStranger();
		decide("approve", "");
		step("nextLookDue");
		step("decideNextStep");
		step("handOver");
		assertThat(customer().administrator().email()).hasToString("grace@consultants.example");
	}

	@Test
	void colleagueWhomStaffRefuseDoesNotTakeOver() {
		nameAStranger();
		decide("refuse", "We do not know this company.");
		assertThat(journey()).isWaitingAt("awaitConsent");
		assertThat(customer().administrator().name()).isEqualTo("Ada Lovelace");
		assertThat(customer().wishes().successor()).isNull();
		then(this.letters).should(never()).handedOver(any());
		then(this.letters).should()
			.colleagueRefused(argThat(told -> "We do not know this company.".equals(told.reason())
					&& told.administrator().name().equals("Ada Lovelace")));
	}

	@Test
	void refusalWithoutWordsForTheCustomerIsRefusedItself() {
		nameAStranger();
		assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(() -> decide("refuse", " "))
			.withMessageContaining("Please give the words that the customer will read.");
		assertThat(customer().wishes().successor()).isNotNull();
		then(this.letters).should(never()).colleagueRefused(any());
	}

	private void nameAStranger() {
		awaitConsent();
		given(this.directory.find(DomainName.of("consultants.example"))).willReturn(new TenantLookup.Found(
				new Tenant(new TenantId(UUID.randomUUID()), "Consultants", "consultants.example")));
		this.onboarding.handOn(this.reference, "Grace Hopper", "grace@consultants.example");
		step("decideNextStep");
		assertThat(task(journey())).hasDefinitionKey("approveAdmin");
	}

	@ParameterizedTest
	@EnumSource(names = { "incomplete", "wrongTenant", "blocked" })
	void troubleIsToldTwiceAndThenResolvedByStaff(Consent.Outcome outcome) {
		tenantSays(outcome);
		awaitConsent();
		for (int time = 1; time <= 2; time++) {
			this.clock.advance(Duration.ofMinutes(1));
			this.onboarding.consentGranted(this.reference);
			look();
			step("sendConsentProblem");
			assertThat(customer().trouble().times()).isEqualTo(time);
		}
		step("nextLookDue");
		look();
		assertThat(journey()).as("no news, no letter").isWaitingAt("awaitConsent");
		this.clock.advance(Duration.ofMinutes(1));
		this.onboarding.consentGranted(this.reference);
		look();
		assertThat(task(journey())).hasDefinitionKey("resolveConsent");
		then(this.letters).should(times(2)).consentProblem(any());

		decide("goOn", "");
		tenantSays(Consent.Outcome.verified);
		this.onboarding.consentGranted(this.reference);
		look();
		assertThat(job("closeFirewall", journey())).isNotNull();
	}

	@Test
	void consentThatCannotBeHadIsGivenUp() {
		tenantSays(Consent.Outcome.blocked);
		awaitConsent();
		for (int time = 0; time < 3; time++) {
			this.clock.advance(Duration.ofMinutes(1));
			this.onboarding.consentGranted(this.reference);
			look();
			if (time < 2) {
				step("sendConsentProblem");
			}
		}
		decide("giveUp", "Your security team does not allow it.");
		assertGivenUp("consentGivenUp");
	}

	@Test
	void threeTimesNotYetPassesWithoutAHuman() {
		tenantSays(Consent.Outcome.notYet);
		awaitConsent();
		returnFromMicrosoft(null);
		look();
		for (int time = 0; time < 2; time++) {
			step("nextLookDue");
			look();
		}
		tenantSays(Consent.Outcome.verified);
		step("nextLookDue");
		look();
		assertThat(job("closeFirewall", journey())).isNotNull();
		then(this.letters).should(never()).consentProblem(any());
	}

	@Test
	void consentGivenInEntraIsFoundWithoutAnyReturn() {
		tenantSays(Consent.Outcome.notYet);
		awaitConsent();
		step("nextLookDue");
		look();
		tenantSays(Consent.Outcome.verified);
		step("nextLookDue");
		look();
		assertThat(job("closeFirewall", journey())).isNotNull();
		assertThat(customer().consentReturn()).isNull();
	}

	@Test
	void silentCustomerIsRemindedThenCalledAndWaitedForAgain() {
		remindUntilOnlyACallIsLeft();
		then(this.letters).should().consentReminder(any(), eq(new Reminder(Tone.last, LocalDate.parse("2031-04-03"))));
		assertThat(task(journey())).hasDefinitionKey("callCustomer");
		assertThat(customer().waitingFor()).isEqualTo(WaitingFor.staff);
		decide("goOn", "");
		assertThat(journey()).isWaitingAt("awaitConsent");
		assertThat(customer().waitingFor()).isEqualTo(WaitingFor.customer);
	}

	@Test
	void whoConsentsWhileStaffAreAboutToCallIsNotCalled() {
		remindUntilOnlyACallIsLeft();
		tenantSays(Consent.Outcome.verified);
		returnFromMicrosoft(null);
		assertThat(task(journey())).isNull();
		step("nextLookDue");
		look();
		assertThat(job("closeFirewall", journey())).isNotNull();
	}

	@Test
	void whoConsentsWhileStaffConsiderTheAddressNeedsNoAnswer() {
		changeAddressThreeTimes();
		returnFromMicrosoft(null);
		step("nextLookDue");
		look();
		assertThat(job("closeFirewall", journey())).isNotNull();
	}

	@Test
	void whomStaffPromiseToWaitForDoesNotExpireAtOnce() {
		remindUntilOnlyACallIsLeft();
		this.clock.advance(Duration.ofDays(10));
		decide("goOn", "");
		assertThat(customer().remindersSent()).isZero();
		assertThat(due("consentReminderDue")).isBetween(Duration.ofHours(40), Duration.ofDays(5));
	}

	@Test
	void whoIsNotReachedExpiresOnTheDayThatTheLastLetterNamed() {
		remindUntilOnlyACallIsLeft();
		assertThat(this.correspondence.toCome(this.reference).steps()).extracting(ComingLetters.Step::kind)
			.containsExactly(ComingLetters.Kind.expiry);
		Instant end = job("timeIsOver_call", journey()).getDuedate().toInstant();
		assertThat(LocalDate.ofInstant(end, ZoneOffset.UTC)).isEqualTo("2031-04-03");
		this.clock.advance(Duration.between(this.clock.instant(), end));
		step("timeIsOver_call");
		assertThat(task(journey())).isNull();
		step("consentReminderDue");
		look();
		step("consentReminderDue");
		step("decideNextStep");
		step("closeFirewall_expired");
		step("sendExpiryNotice");
		assertThat(stage()).isEqualTo(Stage.expired);
	}

	@Test
	void whoHasTheWayOpenedOnTheLastDayMayUseIt() {
		awaitConsent();
		this.customers.remindersSent(this.reference, 5);
		this.clock.advance(Duration.ofDays(29).plusHours(23));
		this.onboarding.openWindow(this.reference);
		step("decideNextStep");
		step("openFirewall_again");
		assertThat(job("consentReminderDue", journey()).getDuedate()).isAfterOrEqualTo(customer().window().until());
	}

	@Test
	void consentExpiresInBusinessHours() {
		this.clock.advance(Duration.ofHours(10));
		awaitConsent();
		this.customers.remindersSent(this.reference, 5);
		this.onboarding.openWindow(this.reference);
		step("decideNextStep");
		step("openFirewall_again");
		// at nine in London on the day after the thirtieth evening
		assertThat(job("consentReminderDue", journey()).getDuedate().toInstant()).isEqualTo("2031-04-04T08:00:00Z");
	}

	@Test
	void nobodyIsCalledWhileAConsentMayBeSpreading() {
		remindUntilOnlyACallIsLeft();
		returnFromMicrosoft(null);
		step("nextLookDue");
		look();
		assertThat(due("consentReminderDue")).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
		this.clock.advance(Duration.ofMinutes(31));
		step("nextLookDue");
		look();
		step("consentReminderDue");
		step("decideNextStep");
		assertThat(task(journey())).hasDefinitionKey("callCustomer");
	}

	@Test
	void whoIsNamedAfterAHandOverWasDecidedIsConsideredAnew() {
		awaitConsent();
		given(this.directory.find(DomainName.of("contoso.com")))
			.willReturn(new TenantLookup.Found(new Tenant(this.tenantId, this.company, "contoso.onmicrosoft.com")));
		this.onboarding.handOn(this.reference, "Grace Hopper", "grace@contoso.com");
		step("decideNextStep");
		this.onboarding.handOn(this.reference, "Eve", "eve@elsewhere.example");
		step("handOver");
		assertThat(customer().administrator().email()).hasToString("ada@contoso.com");
		then(this.letters).should(never()).handedOver(any());
	}

	@Test
	void whoIsNamedInsteadOfAnotherIsToldAndOnRecord() {
		awaitConsent();
		assertThat(this.onboarding.handOn(this.reference, "Bob", "bob@contoso.com")).isFalse();
		assertThat(this.onboarding.handOn(this.reference, "Bob", "bob@contoso.com")).as("once more").isFalse();
		assertThat(this.onboarding.handOn(this.reference, "Carl", "carl@contoso.com")).isTrue();
		assertThat(customer().wishes().successor()).returns("Carl", Successor::name);
		assertThat(trail()).containsOnlyOnce("successorReplaced");
	}

	@Test
	void staffCannotAnswerForAnotherColleagueThanTheySaw() {
		nameAStranger();
		this.onboarding.handOn(this.reference, "Eve", "eve@elsewhere.example");
		assertThatThrownBy(() -> decide("approve", "")).hasMessageContaining("did something else meanwhile");
		this.waitingFacts.wake();
		assertThat(journey()).isWaitingAt("awaitConsent");
	}

	@Test
	void colleagueWhoTakesOverHasAsMuchTimeAsAnybody() {
		awaitConsent();
		this.clock.advance(Duration.ofDays(20));
		given(this.directory.find(DomainName.of("contoso.com")))
			.willReturn(new TenantLookup.Found(new Tenant(this.tenantId, this.company, "contoso.onmicrosoft.com")));
		this.onboarding.handOn(this.reference, "Grace Hopper", "grace@contoso.com");
		step("decideNextStep");
		step("handOver");
		assertThat(customer().remindersSent()).isZero();
		assertThat(due("consentReminderDue")).as("two business days").isGreaterThan(Duration.ofHours(47));
	}

	@Test
	void windowOpensAlsoWhileStaffConsiderAnotherAddress() {
		changeAddressThreeTimes();
		this.onboarding.openWindow(this.reference);
		this.waitingFacts.wake();
		step("nextLookDue");
		step("decideNextStep");
		step("openFirewall_again");
		assertThat(customer().window().opened()).hasToString("81.2.69.162");
		step("nextLookDue");
		step("decideNextStep");
		assertThat(task(journey())).hasDefinitionKey("approveAddress");
	}

	@Test
	void reportIsNotLostBehindAnotherAct() {
		awaitConsent();
		this.onboarding.openWindow(this.reference);
		this.onboarding.consentGranted(this.reference);
		assertThat(customer().consentReturn()).isNotNull();
		assertThat(trail()).contains("consentReported");
		this.onboarding.consentGranted(this.reference);
		assertThat(trail()).containsOnlyOnce("consentReported");
	}

	@Test
	void whoComesBackAfterTheEndOfTheTimeNeedNotRenew() {
		tenantSays(Consent.Outcome.notYet);
		awaitConsent();
		this.onboarding.startConsent(this.reference);
		ArgumentCaptor<String> state = ArgumentCaptor.forClass(String.class);
		then(this.directory).should().consentPage(any(), state.capture());
		this.customers.enter(this.reference, Stage.expired, WaitingFor.customer);
		this.onboarding.consentReturned(state.getValue(), null, this.tenantId);
		assertThat(trail()).endsWith("consentReturned", "renewalRequested");
	}

	@Test
	void customerWhoCannotBeReachedIsGivenUp() {
		remindUntilOnlyACallIsLeft();
		decide("giveUp", "We did not reach you.");
		assertGivenUp("consentGivenUp");
	}

	@Test
	void snoozedCustomerIsLeftInPeace() {
		tenantSays(Consent.Outcome.notYet);
		awaitConsent();
		LocalDate day = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).plusDays(20);
		assertThat(this.onboarding.snooze(this.reference, day)).isTrue();
		step("decideNextStep");
		step("verifyConsent");
		assertThat(due("consentReminderDue")).isGreaterThan(Duration.ofDays(19));
		assertThat(trail()).contains("remindersSnoozed");
		assertThat(this.onboarding.snooze(this.reference, day.minusDays(40))).isFalse();
		assertThat(this.onboarding.snooze(this.reference, day.plusDays(40))).isFalse();
	}

	@Test
	void whoActsAfterAReminderWasDecidedIsNotRemindedAnyMore() {
		tenantSays(Consent.Outcome.notYet);
		awaitConsent();
		this.clock.advance(Duration.ofDays(2));
		step("consentReminderDue");
		look();
		step("consentReminderDue");
		step("decideNextStep");
		this.onboarding.consentGranted(this.reference);
		step("sendConsentReminder");
		step("nextLookDue");
		look();

		assertThat(journey()).isWaitingAt("awaitConsent");
		then(this.letters).should(never()).consentReminder(any(), any());
	}

	@Test
	void reminderThatIsLateComesInBusinessHoursAfterAFreshLook() {
		tenantSays(Consent.Outcome.notYet);
		awaitConsent();
		// the night to Sunday
		this.clock.advance(Duration.ofDays(4).plusHours(17));
		step("nextLookDue");
		step("decideNextStep");
		step("closeFirewall_shut");
		step("nextLookDue");
		look();
		assertThat(duedate("consentReminderDue")).isEqualTo("2031-03-10T09:00:00Z");

		this.clock.advance(Duration.ofHours(30));
		step("consentReminderDue");
		look();
		step("consentReminderDue");
		step("decideNextStep");
		step("sendConsentReminder");
		then(this.letters).should().consentReminder(any(), any());
	}

	@Test
	void expiredConsentIsRenewedWithOneClick() {
		expire();
		assertThat(customer().stage()).isEqualTo(Stage.expired);
		then(this.letters).should().expiryNotice(any());
		then(this.firewall).should(atLeastOnce()).shut(this.reference);
		assertThat(this.onboarding.renew(this.reference, Actor.CUSTOMER)).isTrue();
		assertThat(journey()).isWaitingAt("awaitConsent");
		assertThat(customer().stage()).isEqualTo(Stage.awaitingConsent);
		assertThat(customer().remindersSent()).isZero();
		assertThat(due("consentReminderDue")).isLessThan(Duration.ofDays(6));
		assertThat(this.onboarding.renew(this.reference, Actor.CUSTOMER)).as("a second click").isFalse();
	}

	@Test
	void renewalThatComesBeforeTheProcessWaitsForItIsFoundLater() {
		expireBut("sendExpiryNotice");
		assertThat(this.onboarding.renew(this.reference, Actor.CUSTOMER)).isTrue();
		step("sendExpiryNotice");
		assertThat(journey()).isWaitingAt("awaitRenewal");
		this.waitingFacts.wake();
		assertThat(journey()).isWaitingAt("awaitConsent");
		assertThat(trail()).containsOnlyOnce("renewalRequested");
	}

	@Test
	void expiredConsentThatNobodyRenewsIsClosed() {
		expire();
		this.clock.advance(Duration.ofDays(30));
		step("renewalOverdue");
		assertGivenUp("consentGivenUp_expired");
	}

	@Test
	void consentGivenAtTheLastMomentDoesNotExpire() {
		tenantSays(Consent.Outcome.notYet);
		awaitConsent();
		this.clock.advance(Duration.ofDays(31));
		step("nextLookDue");
		step("decideNextStep");
		step("closeFirewall_shut");
		tenantSays(Consent.Outcome.verified);
		step("consentReminderDue");
		look();
		assertThat(job("closeFirewall", journey())).isNotNull();
		then(this.letters).should(never()).expiryNotice(any());
	}

	private void expire() {
		expireBut("sendExpiryNotice");
		step("sendExpiryNotice");
		assertThat(journey()).isWaitingAt("awaitRenewal");
	}

	private void expireBut(String last) {
		tenantSays(Consent.Outcome.notYet);
		awaitConsent();
		this.clock.advance(Duration.ofDays(31));
		step("nextLookDue");
		step("decideNextStep");
		step("closeFirewall_shut");
		step("nextLookDue");
		look();
		step("consentReminderDue");
		step("decideNextStep");
		step("closeFirewall_expired");
		assertThat(job(last, journey())).isNotNull();
	}

	private void remindUntilOnlyACallIsLeft() {
		tenantSays(Consent.Outcome.notYet);
		awaitConsent();
		// from a Tuesday: the fifteenth business day is over
		this.clock.advance(Duration.ofDays(22));
		step("nextLookDue");
		step("decideNextStep");
		step("closeFirewall_shut");
		step("nextLookDue");
		look();
		step("consentReminderDue");
		step("decideNextStep");
		step("sendConsentReminder");
		this.clock.advance(Duration.ofDays(5));
		step("nextLookDue");
		look();
		step("consentReminderDue");
		step("decideNextStep");
	}

	private void assertGivenUp(String end) {
		ProcessInstance journey = journey();
		step("closeFirewall_givenUp");
		step("withdrawConference_givenUp");
		step("sendRejection_givenUp");
		assertThat(journey).isEnded().hasPassed(end, "onboardingClosed_givenUp");
		assertThat(stage()).isEqualTo(Stage.closed);
		then(this.letters).should().rejection(any());
	}

}
