package com.modalitysystems.onboarding.process;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.WaitingFor;
import com.modalitysystems.onboarding.firewall.Admission;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.*;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.*;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.BDDMockito.willThrow;

/** Each way through the drawing {@code trouble}, and what it does to the onboarding. */
class TroubleProcessTests extends OnboardingJourney {

	@Autowired
	private Troubles troubles;

	@Autowired
	private SkippedSteps skipped;

	@BeforeEach
	void nothingIsLeftOfOthers() {
		this.runtime.createIncidentQuery()
			.list()
			.forEach((incident) -> this.runtime.deleteProcessInstance(incident.getProcessInstanceId(), "another test"));
		this.troubles.settle();
	}

	@Test
	void stepThatIsStuckIsATaskThatTellsWhatItMeansAndWhatToDo() {
		stuckAtTheFirewall();
		Task task = trouble();
		assertThat(task.getName()).isEqualTo("Resolve trouble: " + this.company);
		assertThat(groupsOf(task)).containsExactly("onboarding-operators");
		assertThat(shown(task)).containsEntry("step", "Open firewall")
			.containsEntry("turn", "operators")
			.containsEntry("meaning", "Azure does not allow our application to change the security group.")
			.containsEntry("maySkip", false)
			.containsEntry("mayAsk", false)
			.containsEntry("company", this.company);
		assertThat((String) shown(task).get("symptom")).startsWith("Azure: answered 403 [Azure.refused]");
		assertThat((String) shown(task).get("remedy")).startsWith("Give the application the role");
		assertThat(customer().waitingFor()).isEqualTo(WaitingFor.operator);
		assertThat(trail()).endsWith("stepFailed", "taskOpened");
	}

	@Test
	void oneStepIsOneTroubleHoweverManyNodesLook() {
		stuckAtTheFirewall();
		this.troubles.settle();
		this.troubles.settle();
		assertThat(trouble()).isNotNull();
	}

	@Test
	void retryClosesTheTaskAndTheIncidentAndTheStepIsDone() {
		stuckAtTheFirewall();
		allIsWellAtTheFirewall();
		complete("retry", "");
		assertThat(incidents()).isZero();
		assertThat(trouble()).isNull();
		assertThat(customer().waitingFor()).isEqualTo(WaitingFor.nobody);
		step("openFirewall");
		assertThat(journey()).isWaitingAt("sendConsentInvitation");
		assertThat(trail()).contains("stepRetried");
	}

	@Test
	void retryThatFailsComesBackWithWhatIsWrongNow() {
		stuckAtTheFirewall();
		willThrow(RemoteCallFailed.answered("Azure", 500, null)).given(this.firewall).admit(any(), any());
		complete("retry", "");
		fail("openFirewall", 1);
		this.troubles.settle();
		assertThat((String) shown(trouble()).get("symptom")).startsWith("Azure: answered 500 [Azure.broken]");
	}

	@Test
	void retryOfAllFreesOthersThatFailedForTheSameReason() {
		stuckAtTheFirewall();
		given(this.directory.find(any())).willThrow(RemoteCallFailed.answered("Azure", 403, null));
		begin(UUID.randomUUID().toString());
		fail("validateTenant", 6);
		this.troubles.settle();
		complete("retryAll", "");
		assertThat(this.runtime.createIncidentQuery().count()).isZero();
		assertThat(troubles()).isOne();
		this.troubles.settle();
		assertThat(troubles()).isZero();
	}

	@Test
	void retryInCockpitClosesTheTaskToo() {
		stuckAtTheFirewall();
		String trouble = trouble().getProcessInstanceId();
		this.management.setJobRetries(job("openFirewall", journey()).getId(), 1);
		this.troubles.settle();
		assertThat(trouble()).isNull();
		assertThat(ends(trouble)).containsExactly("troubleOver");
	}

	@Test
	void taskOfAStepThatIsUnderWayAgainIsNotTaken() {
		stuckAtTheFirewall();
		this.management.setJobRetries(job("openFirewall", journey()).getId(), 1);
		assertRefused("retry", "", "This step is under way again already");
		assertThat(trouble()).isNotNull();
	}

	@Test
	void troubleOfAnOnboardingThatIsStoppedIsOver() {
		stuckAtTheFirewall();
		this.onboarding.cancel(this.reference, "No longer wanted.", Actor.SYSTEM);
		this.troubles.settle();
		assertThat(trouble()).isNull();
	}

	@Test
	void addressRuleIsNeverSkipped() {
		stuckAtTheFirewall();
		assertRefused("skip", "We do without.", "This step must not be skipped");
		assertRefused("ask", "Which address?", "Nothing that the customer can answer puts this step right");
		assertThat(incidents()).isOne();
	}

	@Test
	void letterThatAsksNothingMayBeSkippedWithAReasonAndIsOnRecord() {
		awaitSetup();
		willThrow(new IllegalStateException("a template of ours")).given(this.letters).welcome(any());
		this.onboarding.setupReported(this.reference);
		step("decideSetupStep");
		decide("works", "");
		fail("sendWelcome", 6);
		this.troubles.settle();
		assertThat(shown(trouble())).containsEntry("maySkip", true);
		assertRefused("skip", " ", "Please say why this step is skipped");
		complete("skip", "I called them.");
		assertThat(stage()).isEqualTo(Stage.live);
		assertThat(trail()).contains("stepSkipped");
		assertThat(this.skipped.of(this.reference)).singleElement().satisfies((step) -> {
			assertThat(step.step()).isEqualTo("Send welcome");
			assertThat(step.reason()).isEqualTo("I called them.");
		});
	}

	@Test
	void cancellationIsThereWithoutItsLetter() {
		awaitConsent();
		willThrow(new IllegalStateException("a template of ours")).given(this.letters).cancellation(any());
		this.onboarding.cancel(this.reference, "No longer wanted.", Actor.SYSTEM);
		step("closeFirewall_cancelled");
		step("withdrawConference_cancelled");
		fail("sendCancellation", 6);
		this.troubles.settle();
		complete("skip", "They know.");
		assertThat(journey()).isNull();
		assertThat(stage()).isEqualTo(Stage.cancelled);
	}

	@Test
	void customerIsAskedWhereTheirAnswerLeadsBackToTheStep() {
		willThrow(RemoteCallFailed.unreadable("Entra", "described another tenant than the one asked for"))
			.given(this.directory)
			.find(any());
		begin();
		fail("validateTenant", 6);
		this.troubles.settle();
		assertThat(shown(trouble())).containsEntry("mayAsk", true);
		complete("ask", "Which tenant do you mean?");
		step("sendQuestion");
		then(this.letters).should().question(any());
		assertThat(stage()).isEqualTo(Stage.awaitingCustomer);
		assertThat(customer().question()).isEqualTo("Which tenant do you mean?");
		assertThat(incidents()).isZero();
		this.onboarding.answer(this.reference, "This one.", request());
		assertThat(journey()).isWaitingAt("validateTenant");
	}

	private void stuckAtTheFirewall() {
		willThrow(RemoteCallFailed.answered("Azure", 403, null)).given(this.firewall).admit(any(), any());
		begin();
		step("validateTenant");
		decide("approve", "");
		fail("openFirewall", 6);
		this.troubles.settle();
	}

	private void allIsWellAtTheFirewall() {
		willReturn(Admission.admitted).given(this.firewall).admit(any(), any());
	}

	private void begin(String tenant) {
		this.reference = this.onboarding.begin(request(tenant), Actor.CUSTOMER).reference();
	}

	private void fail(String step, int times) {
		IntStream.range(0, times).forEach((time) -> assertThatThrownBy(() -> step(step)).isNotNull());
	}

	private Task trouble() {
		return taskService().createTaskQuery()
			.processInstanceBusinessKey(this.reference.value())
			.processDefinitionKey("trouble")
			.singleResult();
	}

	private long troubles() {
		return this.runtime.createProcessInstanceQuery().processDefinitionKey("trouble").count();
	}

	private long incidents() {
		return this.runtime.createIncidentQuery().processInstanceId(journey().getId()).count();
	}

	private List<String> groupsOf(Task task) {
		return taskService().getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).toList();
	}

	private Map<String, Object> shown(Task task) {
		return taskService().getVariablesLocal(task.getId());
	}

	private void complete(String decision, String reason) {
		this.forms.submitTaskForm(trouble().getId(), Map.of("decision", decision, "reason", reason));
	}

	private void assertRefused(String decision, String reason, String sentence) {
		assertThatThrownBy(() -> complete(decision, reason)).hasStackTraceContaining(sentence);
	}

	private List<String> ends(String process) {
		return historyService().createHistoricActivityInstanceQuery()
			.processInstanceId(process)
			.activityType("noneEndEvent")
			.list()
			.stream()
			.map((end) -> end.getActivityId())
			.toList();
	}

}
