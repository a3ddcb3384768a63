package com.modalitysystems.onboarding.process;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import com.modalitysystems.onboarding.conference.ConferencePlatform;
import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Facts;
import com.modalitysystems.onboarding.customer.IssuedValues;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.Permission;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.Tenant;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.directory.TenantDirectory;
import com.modalitysystems.onboarding.directory.TenantLookup;
import com.modalitysystems.onboarding.firewall.Admission;
import com.modalitysystems.onboarding.firewall.Firewall;
import com.modalitysystems.onboarding.mail.Letters;
import com.modalitysystems.onboarding.time.SettableClock;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mockito.ArgumentCaptor;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.*;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.*;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willReturn;

/**
 * One customer's journey through the drawing {@code onboarding}, in a world in which all
 * goes well unless a test says otherwise.
 */
@ProcessTest
abstract class OnboardingJourney {

	// a Tuesday morning in Britain, and no holiday before April
	private static final Instant BEGINNING = Instant.parse("2031-03-04T10:00:00Z");

	private static final AtomicInteger COMPANIES = new AtomicInteger();

	@Autowired
	Onboarding onboarding;

	@Autowired
	Customers customers;

	@Autowired
	WaitingFacts waitingFacts;

	@Autowired
	LooksMeanwhile looksMeanwhile;

	@Autowired
	Facts facts;

	@Autowired
	Trail trail;

	@Autowired
	TenantDirectory directory;

	@Autowired
	Firewall firewall;

	@Autowired
	ConferencePlatform platform;

	@Autowired
	Letters letters;

	@Autowired
	ProcessEngine engine;

	@Autowired
	RuntimeService runtime;

	@Autowired
	FormService forms;

	@Autowired
	ManagementService management;

	@Autowired
	SettableClock clock;

	final String company = "Contoso " + COMPANIES.incrementAndGet();

	final TenantId tenantId = new TenantId(UUID.randomUUID());

	CustomerReference reference;

	@BeforeEach
	void aWorldInWhichAllGoesWell() {
		init(this.engine);
		this.clock.advance(Duration.between(this.clock.instant(), BEGINNING));
		given(this.directory.find(any()))
			.willReturn(new TenantLookup.Found(new Tenant(this.tenantId, this.company, "contoso.onmicrosoft.com")));
		given(this.directory.consentPage(any(), any())).willReturn(URI.create("https://login.example/adminconsent"));
		given(this.directory.consentOf(any())).willAnswer(call -> consent(Consent.Outcome.verified));
		given(this.firewall.admit(any(), any())).willReturn(Admission.admitted);
		given(this.platform.provision(any()))
			.willReturn(new IssuedValues("k" + this.tenantId.value() + "@videosrv.net", "https://px/{ConfId}", "app"));
	}

	@AfterEach
	void theTimeIsTheMachinesAgain() {
		this.clock.reset();
	}

	void begin() {
		this.reference = this.onboarding.begin(request(), Actor.CUSTOMER).reference();
	}

	void awaitConsent() {
		begin();
		step("validateTenant");
		decide("approve", "");
		step("openFirewall");
		step("sendConsentInvitation");
	}

	void awaitSetup() {
		awaitConsent();
		returnFromMicrosoft(null);
		step("decideNextStep");
		step("verifyConsent");
		step("closeFirewall");
		step("issueTenantKey");
		step("sendSetupInstructions");
	}

	void refuseTenant(TenantLookup.Reason reason) {
		given(this.directory.find(any())).willReturn(new TenantLookup.Refused(reason));
	}

	String returnFromMicrosoft(String error) {
		ArgumentCaptor<String> state = ArgumentCaptor.forClass(String.class);
		this.onboarding.startConsent(this.reference);
		then(this.directory).should().consentPage(any(), state.capture());
		assertThat(this.onboarding.consentReturned(state.getValue(), error, this.tenantId)).contains(this.reference);
		return state.getValue();
	}

	OnboardingRequest request() {
		return request(this.tenantId.asText());
	}

	OnboardingRequest request(String tenant) {
		return new OnboardingRequest(this.company, tenant, "GB", "Ada Lovelace", "ada@contoso.com", "8.8.8.8", null,
				"en", null);
	}

	Consent consent(Consent.Outcome outcome) {
		return new Consent(outcome, Map.of(Permission.USER_READ_ALL, Consent.Item.granted), this.clock.instant());
	}

	void decide(String decision, String reason) {
		submit(Map.of("decision", decision, "reason", reason));
	}

	void decideAs(String user, String task) {
		IdentityService identities = this.engine.getIdentityService();
		identities.setAuthentication(user, List.of("onboarding-staff"));
		try {
			this.forms.submitTaskForm(task, Map.of("decision", "approve"));
		}
		finally {
			identities.clearAuthentication();
		}
	}

	List<String> deciders() {
		return this.trail.of(this.reference)
			.stream()
			.filter(event -> event.what().equals("requestApproved"))
			.map(Trail.Event::actor)
			.toList();
	}

	List<String> namesInTheHistory() {
		return historyService().createHistoricTaskInstanceQuery()
			.processInstanceBusinessKey(this.reference.value())
			.list()
			.stream()
			.map(HistoricTaskInstance::getName)
			.toList();
	}

	void submit(Map<String, Object> form) {
		this.forms.submitTaskForm(task(journey()).getId(), form);
	}

	void start(Map<String, Object> form) {
		String definition = repositoryService().createProcessDefinitionQuery()
			.processDefinitionKey("onboarding")
			.latestVersion()
			.singleResult()
			.getId();
		this.forms.submitStartForm(definition, form);
	}

	void step(String activity) {
		this.management.executeJob(job(activity, journey()).getId());
	}

	Duration due(String timer) {
		return Duration.between(this.clock.instant(), duedate(timer));
	}

	Instant duedate(String timer) {
		return job(timer, journey()).getDuedate().toInstant();
	}

	long jobs(String activity) {
		return this.management.createJobQuery().processInstanceId(journey().getId()).activityId(activity).count();
	}

	ProcessInstance journey() {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionKey("onboarding")
			.processInstanceBusinessKey(this.reference.value())
			.singleResult();
	}

	List<String> trail() {
		return this.trail.of(this.reference).stream().map(Trail.Event::what).toList();
	}

	Customer customer() {
		return this.customers.require(this.reference);
	}

	Stage stage() {
		return customer().stage();
	}

}
