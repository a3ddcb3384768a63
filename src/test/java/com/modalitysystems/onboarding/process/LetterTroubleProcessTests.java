package com.modalitysystems.onboarding.process;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.CustomerWishes;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.Successor;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.customer.WaitingFor;
import com.modalitysystems.onboarding.mail.LetterArrived;
import com.modalitysystems.onboarding.mail.LetterInTrouble;
import com.modalitysystems.onboarding.mail.LetterWithdrawn;
import com.modalitysystems.onboarding.mail.UndeliveredLetters;
import com.modalitysystems.onboarding.time.SettableClock;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Each way through the drawing {@code letter-trouble}. */
@ProcessTest
class LetterTroubleProcessTests {

	@Autowired
	private Onboarding onboarding;

	@Autowired
	private UndeliveredLetters letters;

	@Autowired
	private Customers customers;

	@Autowired
	private CustomerWishes wishes;

	@Autowired
	private Schedule schedule;

	@Autowired
	private Trail trail;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private HistoryService history;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private SettableClock clock;

	private CustomerReference reference;

	private String messageId;

	private long letter;

	@BeforeEach
	void anInvitationThatWasTaken() {
		this.reference = this.onboarding
			.begin(new OnboardingRequest("Contoso", UUID.randomUUID().toString(), "GB", "Ada Berg", "ada@contoso.com",
					"81.2.69.160", null, "en", null), Actor.SYSTEM)
			.reference();
		this.customers.enter(this.reference, Stage.awaitingConsent, WaitingFor.customer);
		this.messageId = "<" + UUID.randomUUID() + "@videosrv.net>";
		this.letter = this.jdbc.sql("""
				insert into letter (key, reference, kind, addressee, recipient, link, message_id, state, written_at,
					next_attempt_at)
				values (:key, :reference, 'consentInvitation', 'administrator', 'ada@contoso.com', null, :messageId,
					'accepted', :now, :now)
				returning id""")
			.param("key", this.reference + "/consentInvitation/round/digest")
			.param("reference", this.reference.value())
			.param("messageId", this.messageId)
			.param("now", OffsetDateTime.now(ZoneOffset.UTC))
			.query(Long.class)
			.single();
	}

	@AfterEach
	void theTimeIsTheMachinesAgain() {
		this.clock.reset();
	}

	@Test
	void returnedLetterIsSentAgainToACorrectedAddress() {
		assertThat(this.onboarding.letterCameBack(this.messageId, "550 5.1.1 user unknown")).isTrue();
		Task task = task();
		assertThat(task.getName()).isEqualTo("Correct recipient: Contoso");
		assertThat(shown(task)).containsEntry("about", "The invitation to consent")
			.containsEntry("addressee", "the administrator")
			.containsEntry("serverWords", "550 5.1.1 user unknown")
			.containsEntry("recipient", "ada@contoso.com");

		complete(Map.of("decision", "sendAgain", "recipient", "adele@contoso.com"));
		assertThat(ends()).containsExactly("letterSentAgain");
		assertThat(state()).isNotEqualTo("refused");
		assertThat(customer().administrator().email().value()).isEqualTo("adele@contoso.com");
		assertThat(whatHappened()).contains("letterCameBack", "letterSentAgain");
		assertThat(this.history.createHistoricVariableInstanceQuery().variableName("recipient").count()).isZero();
	}

	@Test
	void letterIsLeft() {
		this.onboarding.letterCameBack(this.messageId, "550 no");
		complete(Map.of("decision", "leave"));
		assertThat(ends()).containsExactly("letterLeft");
		assertThat(state()).isEqualTo("left");
		assertThat(customer().administrator().email().value()).isEqualTo("ada@contoso.com");
	}

	@Test
	void letterThatArrivedAfterAllIsNobodysTrouble() {
		this.jdbc.sql("update letter set state = 'unknown' where id = :id").param("id", this.letter).update();
		this.events.publishEvent(new LetterInTrouble(this.reference, this.letter));
		assertThat(task()).isNotNull();
		this.events.publishEvent(new LetterArrived(this.reference, this.letter));
		assertThat(ends()).containsExactly("troubleOver");
	}

	@Test
	void letterThatIsWithdrawnIsNobodysTroubleAnyMore() {
		this.onboarding.letterCameBack(this.messageId, "550 no");
		this.events.publishEvent(new LetterWithdrawn(this.reference, this.letter));
		assertThat(task()).isNull();
		assertThat(ends()).containsExactly("troubleMoot");
	}

	@Test
	void letterThatWasWithdrawnBeforeAnybodyHeardOfItIsNobodysTrouble() {
		this.jdbc.sql("update letter set state = 'withdrawn' where id = :id").param("id", this.letter).update();
		this.events.publishEvent(new LetterInTrouble(this.reference, this.letter));
		assertThat(task()).isNull();
	}

	@Test
	void oneLetterIsOneTroubleHoweverOftenItComesBack() {
		this.onboarding.letterCameBack(this.messageId, "550 no");
		this.onboarding.letterCameBack(this.messageId, "550 no");
		assertThat(troubles()).hasSize(1);
	}

	@Test
	void wrongAddressIsRefusedWithItsSentence() {
		this.onboarding.letterCameBack(this.messageId, "550 no");
		assertThatExceptionOfType(Exception.class)
			.isThrownBy(() -> complete(Map.of("decision", "sendAgain", "recipient", "a@b.example, c@d.example")))
			.withStackTraceContaining("RefusedToStaff");
		assertThat(task()).isNotNull();
		assertThat(state()).isEqualTo("refused");
	}

	@Test
	void troubleOutlivesTheOnboardingAsLongAsTheLetterDoes() {
		this.onboarding.letterCameBack(this.messageId, "550 no");
		this.onboarding.cancel(this.reference, "No longer wanted.", Actor.SYSTEM);
		assertThat(task()).isNotNull();
	}

	@Test
	void remindersRestWhileALetterIsInTroubleAndTwoBusinessDaysAfterwards() {
		// a Tuesday morning
		this.clock.advance(Duration.between(this.clock.instant(), Instant.parse("2031-03-04T10:00:00Z")));
		this.jdbc.sql("update customer set since = :since where reference = :reference")
			.param("since", this.clock.instant().minus(Duration.ofDays(9)).atOffset(ZoneOffset.UTC))
			.param("reference", this.reference.value())
			.update();
		assertThat(this.schedule.isReminderDue(customer())).isTrue();
		this.onboarding.letterCameBack(this.messageId, "550 no");
		assertThat(this.schedule.isReminderDue(customer())).isFalse();
		complete(Map.of("decision", "sendAgain", "recipient", "ada@contoso.com"));
		assertThat(this.schedule.isReminderDue(customer())).isFalse();
		assertThat(Duration.between(this.clock.instant(), customer().remindersRestUntil()))
			.isGreaterThan(Duration.ofDays(1));
	}

	@Test
	void reminderThatWasPutOffForLongerStaysPutOff() {
		Instant wished = this.clock.instant().plus(Duration.ofDays(20)).truncatedTo(ChronoUnit.SECONDS);
		this.customers.restReminders(this.reference, wished);
		this.onboarding.letterCameBack(this.messageId, "550 no");
		complete(Map.of("decision", "sendAgain", "recipient", "ada@contoso.com"));
		assertThat(customer().remindersRestUntil()).isEqualTo(wished);
	}

	@Test
	void administratorWhoHasTakenOverKeepsTheirAddress() {
		this.onboarding.letterCameBack(this.messageId, "550 no");
		this.wishes.successor(this.reference, Successor.of("Grace Hopper", "grace@contoso.com"));
		this.wishes.handedOver(this.reference);
		complete(Map.of("decision", "sendAgain", "recipient", "adele@contoso.com"));
		assertThat(customer().administrator().email()).hasToString("grace@contoso.com");
	}

	private Task task() {
		return this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(this.reference.value())
			.taskDefinitionKey("correctRecipient")
			.singleResult();
	}

	private Map<String, Object> shown(Task task) {
		return this.engine.getTaskService().getVariablesLocal(task.getId());
	}

	private void complete(Map<String, Object> form) {
		this.engine.getFormService().submitTaskForm(task().getId(), form);
	}

	private List<ProcessInstance> troubles() {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionKey("letter-trouble")
			.processInstanceBusinessKey(this.reference.value())
			.list();
	}

	private List<String> ends() {
		assertThat(troubles()).isEmpty();
		return this.history.createHistoricActivityInstanceQuery()
			.processDefinitionId(definition())
			.activityType("noneEndEvent")
			.list()
			.stream()
			.filter((end) -> this.history.createHistoricProcessInstanceQuery()
				.processInstanceId(end.getProcessInstanceId())
				.processInstanceBusinessKey(this.reference.value())
				.count() == 1)
			.map(HistoricActivityInstance::getActivityId)
			.toList();
	}

	private String definition() {
		return this.engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.processDefinitionKey("letter-trouble")
			.latestVersion()
			.singleResult()
			.getId();
	}

	private String state() {
		return this.jdbc.sql("select state from letter where id = :id")
			.param("id", this.letter)
			.query(String.class)
			.single();
	}

	private Customer customer() {
		return this.customers.require(this.reference);
	}

	private List<String> whatHappened() {
		return this.trail.of(this.reference).stream().map(Trail.Event::what).toList();
	}

}
