package com.modalitysystems.onboarding.mail;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.store.FolderException;
import com.modalitysystems.onboarding.customer.Administrator;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.CustomerWishes;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Facts;
import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.Language;
import com.modalitysystems.onboarding.customer.NewCustomer;
import com.modalitysystems.onboarding.customer.PublicAddress;
import com.modalitysystems.onboarding.customer.SetupLinks;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.customer.WaitingFor;
import com.modalitysystems.onboarding.time.SettableClock;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@SpringJUnitConfig(OutboxHouse.class)
@RecordApplicationEvents
class OutboxTests {

	@Autowired
	private Letters letters;

	@Autowired
	private Outbox outbox;

	@Autowired
	private UndeliveredLetters undelivered;

	@Autowired
	private LetterSender sender;

	@Autowired
	private Customers customers;

	@Autowired
	private CustomerWishes wishes;

	@Autowired
	private Facts facts;

	@Autowired
	private Trail trail;

	@Autowired
	private SetupLinks links;

	@Autowired
	private GreenMail mailbox;

	@Autowired
	private JavaMailSenderImpl mailServer;

	@Autowired
	private SettableClock clock;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationEvents events;

	private CustomerReference contoso;

	@BeforeEach
	void aNewCustomerAndAnEmptyOutbox() throws FolderException {
		this.jdbc.sql("delete from letter").update();
		this.mailbox.purgeEmailFromAllMailboxes();
		this.mailServer.setPort(this.mailbox.getSmtp().getPort());
		this.contoso = addCustomer(null);
	}

	@Test
	void theSameLetterOfTheSameRoundGoesOutOnce() {
		for (int time = 0; time < 5; time++) {
			write(Letters::consentInvitation);
			sendAll();
		}
		assertThat(received()).singleElement()
			.satisfies((letter) -> assertThat(letter.getSubject()).contains("your consent is needed"));
		assertThat(states()).containsExactly("accepted");
	}

	@Test
	void aLetterOfAStepThatIsRolledBackDoesNotExist() {
		this.transactions.executeWithoutResult((transaction) -> {
			this.letters.consentInvitation(customer());
			transaction.setRollbackOnly();
		});
		sendAll();
		assertThat(received()).isEmpty();
		assertThat(states()).isEmpty();
	}

	@Test
	void aLetterOutsideOfAStepIsAMistake() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.letters.consentInvitation(customer()));
	}

	@Test
	void aNewQuestionGoesOutAndARepeatedStepDoesNot() {
		ask("Which tenant is it?");
		write(Letters::question);
		write(Letters::question);
		ask("And which address?");
		write(Letters::question);
		sendAll();
		assertThat(received()).hasSize(2);
	}

	@Test
	void theSameQuestionAskedAgainLaterGoesOutAgain() {
		ask("Which tenant is it?");
		write(Letters::question);
		this.customers.enter(this.contoso, Stage.awaitingCustomer, WaitingFor.customer);
		sendAll();
		this.facts.answered(this.contoso, "The blue one");
		this.clock.advance(Duration.ofHours(1));
		this.customers.enter(this.contoso, Stage.awaitingApproval, WaitingFor.staff);
		ask("Which tenant is it?");
		write(Letters::question);
		sendAll();
		assertThat(received()).hasSize(2);
	}

	@Test
	void aTroubleWithTheConsentAfterStaffDealtWithTheFirstIsTold() {
		this.customers.enter(this.contoso, Stage.awaitingConsent, WaitingFor.customer);
		this.customers.consentSeen(this.contoso, new Consent(Consent.Outcome.blocked, Map.of(), this.clock.instant()));
		write(Letters::consentProblem);
		this.wishes.consentTroubleTold(this.contoso, Consent.Outcome.blocked);
		this.clock.advance(Duration.ofHours(1));
		this.wishes.consentTroubleResolved(this.contoso);
		write(Letters::consentProblem);
		write(Letters::consentProblem);
		sendAll();
		assertThat(received()).hasSize(2);
	}

	@Test
	void whoeverWasGivenUpIsNotToldThatNothingWasChanged() throws MessagingException {
		this.customers.enter(this.contoso, Stage.awaitingConsent, WaitingFor.customer);
		this.customers.consentSeen(this.contoso, new Consent(Consent.Outcome.notYet, Map.of(), this.clock.instant()));
		this.customers.enter(this.contoso, Stage.closed, WaitingFor.nobody);
		write(Letters::rejection);
		sendAll();
		assertThat(received()).extracting(MimeMessage::getSubject)
			.singleElement()
			.asString()
			.contains("the onboarding was stopped");
	}

	@Test
	void eachRefusalIsToldEvenInTheSameWords() throws MessagingException {
		this.customers.enter(this.contoso, Stage.awaitingConsent, WaitingFor.customer);
		this.customers.explain(this.contoso, "We let in no VPN.");
		write(Letters::addressRefused);
		sendAll();
		write(Letters::addressRefused);
		write(Letters::colleagueRefused);
		sendAll();
		assertThat(received()).hasSize(3)
			.allSatisfy(letter -> assertThat(letter.getAllRecipients()).hasSize(1))
			.extracting(MimeMessage::getSubject)
			.satisfiesOnlyOnce(subject -> assertThat(subject).contains("we did not hand the set-up on"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "address_wished = '20.1.2.3'",
			"successor_name = 'Bea Ruiz', successor_email = 'bea@contoso.com'", "stage = 'awaitingSetup'" })
	void aRefusalThatWasOvertakenIsWithdrawn(String since) {
		this.customers.enter(this.contoso, Stage.awaitingConsent, WaitingFor.customer);
		boolean anotherColleague = since.startsWith("successor");
		write(anotherColleague ? Letters::colleagueRefused : Letters::addressRefused);
		this.jdbc.sql("update customer set " + since).update();
		sendAll();
		assertThat(received()).isEmpty();
		assertThat(states()).containsExactly("withdrawn");
	}

	@Test
	void whoseOtherAddressIsLetInHearsItEachTimeAndNotOnceItIsShutOut() throws MessagingException {
		this.customers.enter(this.contoso, Stage.awaitingConsent, WaitingFor.customer);
		String open = "update customer set opened_address = ";
		this.jdbc.sql(open + "admin_address").update();
		write(Letters::addressOpened);
		write(Letters::addressOpened);
		sendAll();
		assertThat(received()).hasSize(2)
			.allSatisfy(letter -> assertThat(letter.getSubject()).contains("your way to the consent page is open"));
		write(Letters::addressOpened);
		this.jdbc.sql(open + "null").update();
		sendAll();
		assertThat(received()).hasSize(2);
	}

	@Test
	void aReminderSpeaksAsItWasToldHoweverLateItIsSent() throws MessagingException {
		this.customers.enter(this.contoso, Stage.awaitingConsent, WaitingFor.customer);
		Reminder last = new Reminder(Tone.last, LocalDate.parse("2031-05-29"));
		write((letters, customer) -> letters.consentReminder(customer, last));
		this.customers.remindersSent(this.contoso, 0);
		sendAll();
		assertThat(received()).singleElement()
			.satisfies(letter -> assertThat(letter.getSubject()).contains("until 29 May 2031"));
	}

	@Test
	void eachReminderGoesOutOnce() {
		this.customers.enter(this.contoso, Stage.awaitingConsent, WaitingFor.customer);
		for (int reminder = 0; reminder < 3; reminder++) {
			write((letters, customer) -> letters.consentReminder(customer, Reminder.PLAIN));
			write((letters, customer) -> letters.consentReminder(customer, Reminder.PLAIN));
			this.customers.remindersSent(this.contoso, reminder + 1);
		}
		sendAll();
		assertThat(received()).hasSize(3);
	}

	@Test
	void anInvitationToANewLinkGoesOutAndTheOldOneIsWithdrawn() {
		write(Letters::consentInvitation);
		this.customers.replaceLink(this.contoso);
		write(Letters::consentInvitation);
		sendAll();
		assertThat(received()).hasSize(1);
		assertThat(states()).containsExactly("withdrawn", "accepted");
		assertThat(whatHappened()).containsExactly("letterWithdrawn", "letterSent");
	}

	@Test
	void aReplacedLinkIsSentWithTheLetterThatCarriedTheOldOne() {
		this.customers.enter(this.contoso, Stage.awaitingConsent, WaitingFor.customer);
		write(Letters::consentInvitation);
		sendAll();
		this.customers.replaceLink(this.contoso);
		write(Letters::linkReplaced);
		write(Letters::linkReplaced);
		sendAll();
		assertThat(received()).hasSize(2);
		assertThat(GreenMailUtil.getBody(received()[1]).replace("=\r\n", ""))
			.contains(this.links.token(customer().link()));
	}

	@Test
	void aReplacedLinkWaitsForTheNextLetterWhileWeAreAtWork() {
		this.customers.replaceLink(this.contoso);
		this.customers.enter(this.contoso, Stage.provisioning, WaitingFor.nobody);
		write(Letters::linkReplaced);
		sendAll();
		assertThat(received()).isEmpty();
	}

	@Test
	void anInvitationToACorrectedAddressGoesOut() throws MessagingException {
		write(Letters::consentInvitation);
		sendAll();
		this.customers.correct(this.contoso, contoso("other@contoso.com", null));
		write(Letters::consentInvitation);
		sendAll();
		assertThat(received()).hasSize(2);
		assertThat(received()[1].getAllRecipients()[0]).hasToString("other@contoso.com");
	}

	@Test
	void againSendsTheLetterOfTheStageOnceMore() throws MessagingException {
		this.customers.enter(this.contoso, Stage.awaitingConsent, WaitingFor.customer);
		write(Letters::consentInvitation);
		sendAll();
		write(Letters::again);
		write(Letters::again);
		sendAll();
		write(Letters::again);
		sendAll();
		assertThat(received()).hasSize(3)
			.allSatisfy((letter) -> assertThat(letter.getSubject()).contains("your consent is needed"));
		assertThat(Stream.of(received()).map(OutboxTests::messageId).distinct()).hasSize(3);
	}

	@Test
	void againHurriesALetterThatWaits() throws Exception {
		this.customers.enter(this.contoso, Stage.awaitingConsent, WaitingFor.customer);
		try (ScriptedSmtpServer server = scripted()) {
			server.answer("RCPT", "451 4.7.1 greylisted");
			write(Letters::consentInvitation);
			sendAll();
		}
		this.mailServer.setPort(this.mailbox.getSmtp().getPort());
		sendAll();
		assertThat(received()).isEmpty();
		write(Letters::again);
		sendAll();
		assertThat(received()).hasSize(1);
		assertThat(states()).containsExactly("accepted");
	}

	@Test
	void theContactHasACopyOfTheirOwn() throws MessagingException {
		this.contoso = addCustomer("projects@contoso.com");
		write(Letters::requestReceived);
		write(Letters::consentInvitation);
		sendAll();
		assertThat(Stream.of(received()).map(OutboxTests::recipients)).containsExactlyInAnyOrder(
				List.of("megan@contoso.com"), List.of("projects@contoso.com"), List.of("megan@contoso.com"));
	}

	@Test
	void anOverdueApprovalIsToldToEachManager() {
		write(Letters::approvalOverdue);
		write(Letters::approvalOverdue);
		sendAll();
		assertThat(Stream.of(received()).map(OutboxTests::recipients))
			.containsExactlyInAnyOrder(List.of("one@videosrv.net"), List.of("two@videosrv.net"));
	}

	@Test
	void whatEndedIsOnlyToldItsEnd() {
		write(Letters::consentInvitation);
		write(Letters::cancellation);
		this.customers.enter(this.contoso, Stage.cancelled, WaitingFor.nobody);
		sendAll();
		assertThat(states()).containsExactly("withdrawn", "accepted");
		assertThat(received()).singleElement()
			.satisfies((letter) -> assertThat(letter.getSubject()).contains("was stopped"));
	}

	@Test
	void whatEndedTakesItsWaitingLettersAndTheirTroublesWithIt() throws Exception {
		try (ScriptedSmtpServer server = scripted()) {
			server.answer("RCPT", "550 5.1.1 user unknown");
			write(Letters::requestReceived);
			sendAll();
			server.answer("RCPT", "451 4.7.1 try again later");
			write(Letters::consentInvitation);
			sendAll();
		}
		write(Letters::handedOver);
		assertThat(states()).containsExactly("refused", "deferred", "queued");
		write(Letters::withdraw);
		assertThat(states()).as("it has not ended yet").containsExactly("refused", "deferred", "queued");
		this.customers.enter(this.contoso, Stage.cancelled, WaitingFor.nobody);
		write(Letters::withdraw);
		write(Letters::cancellation);
		write(Letters::withdraw);
		assertThat(states()).containsExactly("withdrawn", "withdrawn", "queued", "queued");
		assertThat(this.events.stream(LetterWithdrawn.class)).hasSize(2);
		assertThat(whatHappened()).containsExactly("letterRefused", "letterWithdrawn", "letterWithdrawn");
	}

	@Test
	void aReminderThatConsentOvertookIsWithdrawn() {
		this.customers.enter(this.contoso, Stage.awaitingConsent, WaitingFor.customer);
		write((letters, customer) -> letters.consentReminder(customer, Reminder.PLAIN));
		this.customers.enter(this.contoso, Stage.provisioning, WaitingFor.customer);
		sendAll();
		assertThat(states()).containsExactly("withdrawn");
		assertThat(received()).isEmpty();
	}

	@Test
	void aClaimThatDiedIsUnknownAndNeverSentAgain() {
		write(Letters::consentInvitation);
		assertThat(this.outbox.claim()).isPresent();
		this.clock.advance(Duration.ofMinutes(4));
		this.outbox.giveUpOldClaims();
		assertThat(states()).containsExactly("sending");
		this.clock.advance(Duration.ofMinutes(2));
		this.outbox.giveUpOldClaims();
		assertThat(states()).containsExactly("unknown");
		this.clock.advance(Duration.ofDays(30));
		sendAll();
		assertThat(received()).isEmpty();
		assertThat(this.events.stream(LetterInTrouble.class)).extracting(LetterInTrouble::reference)
			.containsExactly(this.contoso);
	}

	@Test
	void aSlowNodeMayStillTellHowItWent() {
		write(Letters::consentInvitation);
		Envelope claimed = this.outbox.claim().orElseThrow();
		this.clock.advance(Duration.ofMinutes(6));
		this.outbox.giveUpOldClaims();
		this.outbox.settle(claimed, new Delivery(LetterState.accepted, "250 fine"));
		assertThat(states()).containsExactly("accepted");
		assertThat(whatHappened()).containsExactly("letterUnknown", "letterSent");
	}

	@Test
	void aRefusedLetterKeepsTheServersWordsAndIsNotSentAgain() throws Exception {
		try (ScriptedSmtpServer server = scripted()) {
			server.answer("RCPT", "550 5.1.1 <megan@contoso.com>: Recipient address rejected: user unknown");
			write(Letters::consentInvitation);
			sendAll();
			this.clock.advance(Duration.ofDays(1));
			server.answer("RCPT", "250 fine");
			sendAll();
			assertThat(server.bodies()).isEmpty();
		}
		assertThat(states()).containsExactly("refused");
		assertThat(words()).isEqualTo("550 5.1.1 <(recipient)>: Recipient address rejected: user unknown");
		assertThat(this.events.stream(LetterInTrouble.class)).extracting(LetterInTrouble::reference)
			.containsExactly(this.contoso);
		assertThat(whatHappened()).containsExactly("letterRefused");
	}

	@Test
	void aLetterThatIsRefusedAfterItWasReadIsRefused() throws Exception {
		try (ScriptedSmtpServer server = scripted()) {
			server.answer(".", "554 5.7.1 looks like spam");
			write(Letters::consentInvitation);
			sendAll();
		}
		assertThat(states()).containsExactly("refused");
		assertThat(words()).contains("554 5.7.1 looks like spam");
	}

	@Test
	void aDeferredLetterIsTriedAgainLaterUnderTheSameMessageId() throws Exception {
		try (ScriptedSmtpServer server = scripted()) {
			server.answer(".", "451 4.7.1 try again later");
			write(Letters::consentInvitation);
			sendAll();
			assertThat(states()).containsExactly("deferred");
			server.answer(".", "250 2.0.0 queued as 4712");
			sendAll();
			assertThat(server.bodies()).hasSize(1);
			this.clock.advance(Duration.ofSeconds(31));
			sendAll();
			assertThat(states()).containsExactly("accepted");
			assertThat(words()).isEqualTo("250 2.0.0 queued as 4712");
			assertThat(server.bodies()).hasSize(2);
			assertThat(server.bodies().stream().map(OutboxTests::messageIdIn).distinct()).hasSize(1);
		}
	}

	@Test
	void aLetterWhoseConnectionIsLostAfterItWasHandedOverIsUnknown() throws Exception {
		try (ScriptedSmtpServer server = scripted()) {
			server.answer(".", ScriptedSmtpServer.HANG_UP);
			write(Letters::consentInvitation);
			sendAll();
			server.answer(".", "250 fine");
			this.clock.advance(Duration.ofDays(1));
			sendAll();
			assertThat(server.bodies()).hasSize(1);
		}
		assertThat(states()).containsExactly("unknown");
		assertThat(this.events.stream(LetterInTrouble.class)).hasSize(1);
	}

	@Test
	void aRefusedLetterIsSentAgainToACorrectedAddressOnceItIsAskedFor() throws Exception {
		long letter = refusedInvitation();
		assertThat(this.undelivered.anyOf(this.contoso)).isTrue();
		assertThat(this.undelivered.sendAgain(letter, new EmailAddress("adele@contoso.com"))).isTrue();
		assertThat(this.undelivered.anyOf(this.contoso)).isFalse();
		assertThat(this.undelivered.sendAgain(letter, new EmailAddress("adele@contoso.com"))).isFalse();
		sendAll();
		assertThat(received()).singleElement()
			.satisfies(message -> assertThat(message.getAllRecipients()[0]).hasToString("adele@contoso.com"));
		assertThat(states()).containsExactly("accepted");
	}

	@Test
	void aLetterThatIsLeftIsNeverSentAgain() throws Exception {
		long letter = refusedInvitation();
		assertThat(this.undelivered.leave(letter)).isTrue();
		assertThat(this.undelivered.anyOf(this.contoso)).isFalse();
		assertThat(this.undelivered.sendAgain(letter, new EmailAddress("adele@contoso.com"))).isFalse();
		this.clock.advance(Duration.ofDays(9));
		sendAll();
		assertThat(received()).isEmpty();
		assertThat(states()).containsExactly("left");
	}

	@Test
	void aLetterThatComesBackDaysLaterIsInTroubleOnce() throws Exception {
		write(Letters::consentInvitation);
		sendAll();
		String messageId = received()[0].getMessageID();
		String bare = messageId.substring(1, messageId.length() - 1);
		assertThat(this.undelivered.cameBack(bare, "550 no such user <" + customer().administrator().email() + ">"))
			.isTrue();
		assertThat(this.undelivered.cameBack(messageId, "550 once more")).isTrue();
		assertThat(this.undelivered.cameBack("<another@example.com>", "550")).isFalse();
		assertThat(states()).containsExactly("refused");
		assertThat(words()).isEqualTo("550 no such user <(recipient)>");
		assertThat(whatHappened()).containsExactly("letterSent", "letterCameBack");
		assertThat(this.events.stream(LetterInTrouble.class)).hasSize(1);
	}

	private long refusedInvitation() throws Exception {
		try (ScriptedSmtpServer server = scripted()) {
			server.answer("RCPT", "550 5.1.1 user unknown");
			write(Letters::consentInvitation);
			sendAll();
		}
		this.mailServer.setPort(this.mailbox.getSmtp().getPort());
		return this.jdbc.sql("select id from letter").query(Long.class).single();
	}

	@Test
	void theEnvelopeNamesOneRecipientAndWhereUndeliverableLettersGo() throws Exception {
		try (ScriptedSmtpServer server = scripted()) {
			write(Letters::consentInvitation);
			sendAll();
			assertThat(server.commands()).filteredOn((command) -> command.matches("(MAIL|RCPT).*"))
				.containsExactly("MAIL FROM:<bounces@videosrv.net>", "RCPT TO:<megan@contoso.com>");
			assertThat(server.bodies()).singleElement()
				.asString()
				.contains("From: OneMeeting <onemeeting@videosrv.net>");
		}
	}

	@Test
	void aLetterWhoseConnectionIsLostBeforeIsDeferred() throws Exception {
		try (ScriptedSmtpServer server = scripted()) {
			server.answer("RCPT", ScriptedSmtpServer.HANG_UP);
			write(Letters::consentInvitation);
			sendAll();
		}
		assertThat(states()).containsExactly("deferred");
	}

	@Test
	void aMailServerThatIsAwayIsTriedAgainUntilPatienceEnds() throws Exception {
		try (ScriptedSmtpServer server = scripted()) {
			assertThat(server.bodies()).isEmpty();
		}
		write(Letters::consentInvitation);
		sendAll();
		assertThat(states()).containsExactly("deferred");
		this.clock.advance(Duration.ofDays(2));
		sendAll();
		assertThat(states()).containsExactly("deferred");
		this.clock.advance(Duration.ofDays(2));
		sendAll();
		assertThat(states()).containsExactly("refused");
		assertThat(this.events.stream(LetterInTrouble.class)).hasSize(1);
	}

	@Test
	void twoSendersInParallelSendEachLetterOnce() throws Exception {
		Set<CustomerReference> all = new HashSet<>();
		for (int customer = 0; customer < 40; customer++) {
			this.contoso = addCustomer(null);
			all.add(this.contoso);
			write(Letters::consentInvitation);
		}
		ExecutorService nodes = Executors.newFixedThreadPool(2);
		nodes.execute(this::sendAll);
		nodes.execute(this::sendAll);
		nodes.shutdown();
		assertThat(nodes.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
		assertThat(received()).hasSize(all.size());
		assertThat(Stream.of(received()).map(OutboxTests::messageId).distinct()).hasSize(all.size());
		assertThat(states()).hasSize(all.size()).containsOnly("accepted");
	}

	@Test
	void whatBecameOfALetterIsNotedWhileOthersHurryIt() throws Exception {
		write(Letters::consentInvitation);
		Envelope letter = this.outbox.claim().orElseThrow();
		ExecutorService postman = Executors.newSingleThreadExecutor();
		Future<?> settled = this.transactions.execute((transaction) -> {
			Customer customer = this.customers.lock(this.contoso);
			Future<?> settling = postman
				.submit(() -> this.outbox.settle(letter, new Delivery(LetterState.accepted, "250 OK")));
			await().until(() -> settling.isDone() || isSomebodyWaiting());
			this.outbox.hurry(customer, letter.kind(), letter.recipient());
			return settling;
		});
		postman.shutdown();
		settled.get(1, TimeUnit.MINUTES);
		assertThat(states()).containsExactly("accepted");
	}

	@Test
	void whatTheServerSaidIsNotedThoughTheDatabaseFailsOnce() {
		this.jdbc.sql("""
				create sequence attempts_to_note;
				create function fail_once() returns trigger language plpgsql as $$
				begin
					if nextval('attempts_to_note') = 1 then raise exception using errcode = '40001'; end if;
					return new;
				end $$;
				create trigger fail_once before insert on trail for each row execute function fail_once();""").update();
		try {
			write(Letters::consentInvitation);
			sendAll();
			assertThat(states()).containsExactly("accepted");
			assertThat(whatHappened()).containsExactly("letterSent");
		}
		finally {
			this.jdbc.sql("drop function fail_once cascade; drop sequence attempts_to_note").update();
		}
	}

	private boolean isSomebodyWaiting() {
		return this.jdbc.sql("select count(*) from pg_locks where not granted").query(Integer.class).single() > 0;
	}

	@Test
	void neitherTextNorUsableLinkLiesInTheDatabase() {
		write(Letters::consentInvitation);
		Map<String, @Nullable Object> row = this.jdbc.sql("select * from letter").query().singleRow();
		sendAll();
		String token = this.links.token(customer().link());
		assertThat(GreenMailUtil.getBody(received()[0]).replace("=\r\n", "")).contains(token);
		assertThat(row.values().toString()).doesNotContain(token, "Contoso Ltd", "consent to 9");
		assertThat(row).containsEntry("link", customer().link().value());
	}

	@Test
	void theTrailTellsWhichLetterAndNotToWhom() {
		write(Letters::requestReceived);
		sendAll();
		assertThat(this.trail.of(this.contoso)).singleElement().satisfies((event) -> {
			assertThat(event.what()).isEqualTo("letterSent");
			assertThat(event.details()).containsOnly(Map.entry("kind", "requestReceived"),
					Map.entry("to", "administrator"));
		});
	}

	private void sendAll() {
		while (this.sender.sendNext()) {
			// one after the other
		}
	}

	private void write(BiConsumer<Letters, Customer> letter) {
		this.transactions.executeWithoutResult((transaction) -> letter.accept(this.letters, customer()));
	}

	private void ask(String question) {
		this.customers.ask(this.contoso, question);
	}

	private Customer customer() {
		return this.customers.require(this.contoso);
	}

	private CustomerReference addCustomer(@Nullable String contact) {
		return this.customers.add(contoso("megan@contoso.com", contact)).reference();
	}

	private static NewCustomer contoso(String email, @Nullable String contact) {
		return new NewCustomer("Contoso Ltd", new TenantId(UUID.randomUUID()), null,
				new Administrator("Megan Bowen", new EmailAddress(email), new PublicAddress("203.0.113.24")),
				(contact != null) ? new EmailAddress(contact) : null, Language.ENGLISH, null);
	}

	private ScriptedSmtpServer scripted() throws Exception {
		ScriptedSmtpServer server = new ScriptedSmtpServer();
		this.mailServer.setPort(server.port());
		return server;
	}

	private MimeMessage[] received() {
		return this.mailbox.getReceivedMessages();
	}

	private List<String> states() {
		return this.jdbc.sql("select state from letter order by id").query(String.class).list();
	}

	private String words() {
		return this.jdbc.sql("select server_words from letter").query(String.class).single();
	}

	private List<String> whatHappened() {
		return this.trail.of(this.contoso).stream().map(Trail.Event::what).toList();
	}

	private static List<String> recipients(MimeMessage letter) {
		try {
			return Stream.of(letter.getAllRecipients()).map(Object::toString).toList();
		}
		catch (MessagingException ex) {
			throw new AssertionError(ex);
		}
	}

	private static String messageId(MimeMessage letter) {
		try {
			return letter.getMessageID();
		}
		catch (MessagingException ex) {
			throw new AssertionError(ex);
		}
	}

	private static String messageIdIn(String body) {
		return body.lines().filter((line) -> line.startsWith("Message-ID:")).findFirst().orElseThrow();
	}

}
