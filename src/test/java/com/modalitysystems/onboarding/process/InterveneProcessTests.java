package com.modalitysystems.onboarding.process;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Administrator;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.LinkId;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.customer.WaitingFor;
import com.modalitysystems.onboarding.mail.Letters;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

/** Staff intervene from the start form in Tasklist. */
@ProcessTest
class InterveneProcessTests {

	@Autowired
	private Onboarding onboarding;

	@Autowired
	private Customers customers;

	@Autowired
	private Trail trail;

	@Autowired
	private Letters letters;

	@Autowired
	private FormService forms;

	@Autowired
	private RepositoryService repository;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private HistoryService history;

	@Autowired
	private IdentityService identities;

	private CustomerReference reference;

	@BeforeEach
	void anOnboardingIsOpen() {
		this.reference = this.onboarding
			.begin(new OnboardingRequest("Contoso", UUID.randomUUID().toString(), "GB", "Ada Berg", "ada@contoso.com",
					"81.2.69.160", null, "en", null), Actor.SYSTEM)
			.reference();
	}

	@Test
	void replacedLinkIsMailedAndTheOldOneLeadsNowhere() {
		LinkId before = customer().link();
		ProcessInstance intervention = intervene(
				Map.of("reference", this.reference.value(), "intervention", "replaceLink"));
		assertThat(customer().link()).isNotEqualTo(before);
		assertThat(this.customers.find(before)).isEmpty();
		LinkId after = customer().link();
		then(this.letters).should().linkReplaced(argThat((told) -> told.link().equals(after)));
		assertThat(this.trail.of(this.reference)).filteredOn((event) -> event.what().equals("linkReplaced"))
			.extracting(Trail.Event::actor)
			.containsExactly("staff:sam");
		assertThat(intervention.isEnded()).isTrue();
		assertThat(intervention.getBusinessKey()).isEqualTo(this.reference.value());
	}

	@Test
	void currentLetterIsSentAgain() {
		given(this.letters.again(any())).willReturn(true);
		intervene(Map.of("reference", " " + this.reference.value().toLowerCase(Locale.ROOT), "intervention",
				"sendAgain"));
		then(this.letters).should().again(argThat((told) -> told.reference().equals(this.reference)));
		assertThat(whatHappened()).contains("letterSentAgain");
	}

	@Test
	void letterThatDoesNotExistIsNotSentAgain() {
		given(this.letters.again(any())).willReturn(false);
		assertThatExceptionOfType(RefusedToStaff.class)
			.isThrownBy(() -> intervene(Map.of("reference", this.reference.value(), "intervention", "sendAgain")))
			.withMessageContaining("No letter belongs to where " + this.reference + " stands");
		assertThat(whatHappened()).doesNotContain("letterSentAgain");
	}

	@Test
	void stoppedOnboardingKeepsTheWordsOutOfTheEngine() {
		intervene(Map.of("reference", this.reference.value(), "intervention", "cancel", "reason",
				"Ada withdrew the order."));
		assertThat(customer().reason()).isEqualTo("Ada withdrew the order.");
		assertThat(whatHappened()).contains("cancellationRequested");
		assertThat(this.history.createHistoricVariableInstanceQuery().variableName("reason").count()).isZero();
		assertThat(this.history.createHistoricVariableInstanceQuery().variableName("reference").count()).isZero();
	}

	@Test
	void expiredOnboardingGoesOn() {
		this.customers.enter(this.reference, Stage.expired, WaitingFor.customer);
		intervene(Map.of("reference", this.reference.value(), "intervention", "renew"));
		assertThat(this.trail.of(this.reference)).filteredOn((event) -> event.what().equals("renewalRequested"))
			.extracting(Trail.Event::actor)
			.containsExactly("staff:sam");
		then(this.letters).should().consentInvitationAnew(any());
	}

	@Test
	void whatIsNotExpiredIsNotRenewed() {
		assertThatExceptionOfType(RefusedToStaff.class)
			.isThrownBy(() -> intervene(Map.of("reference", this.reference.value(), "intervention", "renew")))
			.withMessageContaining(this.reference + " is not expired");
		assertThat(whatHappened()).doesNotContain("renewalRequested");
	}

	@Test
	void anotherAdministratorTakesOverAtOnce() {
		this.customers.enter(this.reference, Stage.awaitingSetup, WaitingFor.customer);
		LinkId before = customer().link();
		Map<String, Object> form = Map.of("reference", this.reference.value(), "intervention", "handOver", "adminName",
				"Bea Ruiz", "adminEmail", "bea@contoso.com");
		intervene(form);
		assertThat(customer().administrator()).returns("Bea Ruiz", Administrator::name)
			.returns(null, Administrator::namedBy);
		assertThat(this.customers.find(before)).isEmpty();
		then(this.letters).should().handedOver(argThat((told) -> told.administrator().name().equals("Ada Berg")));
		LinkId after = customer().link();
		then(this.letters).should().linkReplaced(argThat((told) -> told.link().equals(after)));
		assertThat(customer().wishes().successor()).isNull();
		intervene(form);
		assertThat(customer().link()).as("a second time").isEqualTo(after);
		assertThat(this.trail.of(this.reference)).filteredOn((event) -> event.what().equals("handedOver"))
			.extracting(Trail.Event::actor)
			.containsExactly("staff:sam");
		assertThat(this.history.createHistoricVariableInstanceQuery().variableName("adminName").count()).isZero();
	}

	@Test
	void onboardingIsNotHandedOverBeforeItIsApprovedNorToNobody() {
		assertThatExceptionOfType(RefusedToStaff.class)
			.isThrownBy(() -> intervene(Map.of("reference", this.reference.value(), "intervention", "handOver",
					"adminName", "Bea Ruiz", "adminEmail", "bea@contoso.com")))
			.withMessageContaining(this.reference + " is not approved yet");
		assertThatExceptionOfType(RefusedToStaff.class)
			.isThrownBy(() -> intervene(Map.of("reference", this.reference.value(), "intervention", "handOver",
					"adminName", "Bea Ruiz", "adminEmail", "bea")))
			.withMessageContaining("Administrator's e-mail: This is not an e-mail address.");
		assertThat(whatHappened()).doesNotContain("handedOver");
	}

	@Test
	void onboardingIsNotStoppedWithoutWords() {
		assertThatExceptionOfType(RefusedToStaff.class)
			.isThrownBy(() -> intervene(Map.of("reference", this.reference.value(), "intervention", "cancel")))
			.withMessageContaining("Please give the words that the customer will read.");
		assertThat(whatHappened()).doesNotContain("cancellationRequested");
		assertThat(journeys()).isOne();
	}

	@Test
	void whatHasEndedIsLeftAlone() {
		this.onboarding.cancel(this.reference, "No longer wanted.", Actor.SYSTEM);
		this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(this.reference.value())
			.list()
			.forEach((journey) -> this.runtime.deleteProcessInstance(journey.getId(), "ended"));
		this.customers.enter(this.reference, Stage.cancelled, WaitingFor.nobody);
		for (String intervention : List.of("cancel", "replaceLink")) {
			assertThatExceptionOfType(RefusedToStaff.class)
				.isThrownBy(() -> intervene(Map.of("reference", this.reference.value(), "intervention", intervention,
						"reason", "Once more.")))
				.withMessageContaining("come to an end");
		}
		then(this.letters).should(never()).linkReplaced(any());
	}

	@Test
	void unknownReferenceIsRefused() {
		for (String typed : List.of("OM-222222", "Contoso", "")) {
			assertThatExceptionOfType(RefusedToStaff.class)
				.isThrownBy(() -> intervene(Map.of("reference", typed, "intervention", "replaceLink")))
				.withMessageContaining("There is no onboarding " + typed);
		}
	}

	@Test
	void nothingIsDoneWithoutAChoice() {
		assertThatExceptionOfType(RefusedToStaff.class)
			.isThrownBy(() -> intervene(Map.of("reference", this.reference.value(), "intervention", "erase")))
			.withMessageContaining("Please choose what is to happen.");
	}

	private ProcessInstance intervene(Map<String, Object> form) {
		this.identities.setAuthentication("sam", List.of("onboarding-staff"));
		try {
			return this.forms.submitStartForm(this.repository.createProcessDefinitionQuery()
				.processDefinitionKey("intervene")
				.latestVersion()
				.singleResult()
				.getId(), form);
		}
		finally {
			this.identities.clearAuthentication();
		}
	}

	private Customer customer() {
		return this.customers.require(this.reference);
	}

	private List<String> whatHappened() {
		return this.trail.of(this.reference).stream().map(Trail.Event::what).toList();
	}

	private long journeys() {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionKey("onboarding")
			.processInstanceBusinessKey(this.reference.value())
			.count();
	}

}
