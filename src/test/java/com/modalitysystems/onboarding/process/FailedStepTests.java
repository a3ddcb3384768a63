package com.modalitysystems.onboarding.process;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.LogLines;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.directory.TenantDirectory;
import com.modalitysystems.onboarding.http.Fault;
import com.modalitysystems.onboarding.http.OthersFirst;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import com.modalitysystems.onboarding.http.TokenRefused;
import com.modalitysystems.onboarding.time.SettableClock;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willThrow;

@ProcessTest
@ExtendWith(OutputCaptureExtension.class)
class FailedStepTests {

	private static final List<Duration> LADDER = List.of(Duration.ofSeconds(10), Duration.ofMinutes(1),
			Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));

	@Autowired
	private Onboarding onboarding;

	@Autowired
	private TenantDirectory directory;

	@Autowired
	private ManagementService management;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private SettableClock clock;

	private CustomerReference reference;

	@AfterEach
	void theTimeIsTheMachinesAgain() {
		this.clock.reset();
	}

	@Test
	void waitsAsLongAsTheOtherSideAsks() {
		begin();
		fail(busy(Duration.ofSeconds(120)));
		assertDueIn(Duration.ofSeconds(120));
	}

	@Test
	void whoNamesABetterTimeUsesUpNoAttemptButNotForEver() {
		begin();
		IntStream.range(0, 20).forEach((time) -> fail(busy(Duration.ofSeconds(120))));
		assertThat(job().getRetries()).isEqualTo(LADDER.size() + 1);
		this.clock.advance(Duration.ofHours(2));
		fail(busy(Duration.ofSeconds(120)));
		assertThat(job().getRetries()).isEqualTo(LADDER.size());
	}

	@Test
	void anOperatorsRetryIsNotSpentByTheFirstBetterTime() {
		begin();
		IntStream.rangeClosed(0, LADDER.size()).forEach((attempt) -> fail(busy(null)));
		this.clock.advance(Duration.ofHours(9));
		this.management.setJobRetries(job().getId(), 1);
		fail(busy(Duration.ofSeconds(5)));
		assertThat(job().getRetries()).isEqualTo(1);
		assertThat(incidents()).isEmpty();
	}

	@Test
	void whoRetriesNeedNotWaitForAnotherRung() {
		begin();
		IntStream.rangeClosed(0, LADDER.size()).forEach((attempt) -> fail(busy(null)));
		assertDueIn(Duration.ZERO);
	}

	@Test
	void waitsByTheClockOfTheHouse() {
		begin();
		this.clock.advance(Duration.ofDays(3));
		fail(busy(Duration.ofSeconds(120)));
		assertDueIn(Duration.ofSeconds(120));
	}

	@Test
	void climbsTheLadderWhenTheOtherSideAsksForNothing() {
		begin();
		IntStream.range(0, LADDER.size()).forEach((rung) -> {
			fail(busy(null));
			assertDueIn(LADDER.get(rung));
			assertThat(job().getRetries()).isEqualTo(LADDER.size() - rung);
		});
	}

	@Test
	void whoLetsOthersOfOursGoFirstComesAgainSoonHoweverOften(CapturedOutput output) {
		begin();
		fail(new OthersFirst("Azure"));
		int retries = job().getRetries();
		IntStream.range(0, 20).forEach((time) -> {
			fail(new OthersFirst("Azure"));
			assertDueIn(Duration.ofSeconds(5));
		});
		assertThat(job().getRetries()).isEqualTo(retries).isEqualTo(LADDER.size() + 1);
		assertThat(linesOfOurs(output)).isEmpty();
		this.clock.advance(Duration.ofMinutes(11));
		fail(new OthersFirst("Azure"));
		assertThat(job().getRetries()).as("somebody holds it for long").isEqualTo(LADDER.size());
		assertThat(linesOfOurs(output)).hasSize(1);
	}

	@Test
	void aFaultOfOursTellsWhatToDo(CapturedOutput output) {
		begin();
		Fault expired = new Fault("Entra.AADSTS7000222", "Entra: our client secret has expired",
				new TokenRefused("Entra", 7000222, "invalid_client")) {
		};
		IntStream.rangeClosed(0, LADDER.size()).forEach((attempt) -> fail(expired));
		assertThat(incidents()).singleElement()
			.extracting(Incident::getIncidentMessage)
			.asString()
			.startsWith("Entra: our client secret has expired [Entra.AADSTS7000222];");
		assertThat(output.getAll()).doesNotContain("\tat ");
	}

	@Test
	void theLaterOfTheRungAndWhatTheOtherSideAsksCounts() {
		begin();
		fail(busy(null));
		fail(busy(Duration.ofSeconds(2)));
		assertDueIn(LADDER.get(1));
		fail(busy(Duration.ofSeconds(120)));
		assertDueIn(Duration.ofSeconds(120));
	}

	@Test
	void aFailureWithinAnotherIsHeardToo() {
		begin();
		fail(new IllegalStateException("wrapped", busy(Duration.ofSeconds(120))));
		assertDueIn(Duration.ofSeconds(120));
		assertThat(job().getExceptionMessage()).startsWith("Azure: answered 429");
	}

	@Test
	void eachFailureThatIsTriedAgainIsOneLineOfTheLog(CapturedOutput output) {
		begin();
		fail(busy(Duration.ofSeconds(120)));
		assertThat(linesOfOurs(output)).singleElement()
			.asString()
			.contains("WARN", "[" + this.reference + "]",
					"validateTenant failed: Azure: answered 429 and asks to wait 120 s [Azure.busy]; it is tried again at "
							+ job().getDuedate().toInstant());
		assertThat(output.getAll()).doesNotContain("\tat ");
	}

	@Test
	void theLastFailureIsAnErrorAndAnIncidentThatSaysThatNothingComesByItself(CapturedOutput output) {
		begin();
		fail(busy(Duration.ofSeconds(120)));
		this.clock.advance(Duration.ofHours(2));
		IntStream.rangeClosed(0, LADDER.size()).forEach((attempt) -> fail(busy(Duration.ofSeconds(120))));
		String words = "Azure: answered 429 and asks to wait 120 s [Azure.busy]; it is not tried again before an operator retries it";
		assertThat(linesOfOurs(output)).hasSize(7).last().asString().contains("ERROR", words);
		assertThat(output.getAll()).doesNotContain("\tat ");
		assertThat(incidents()).singleElement().extracting(Incident::getIncidentMessage).isEqualTo(words);
	}

	@Test
	void theLineHasTheStepAsAField() {
		begin();
		ListAppender<ILoggingEvent> lines = new ListAppender<>();
		Logger log = (Logger) LoggerFactory.getLogger(FailedStep.class);
		lines.start();
		log.addAppender(lines);
		fail(busy(Duration.ofSeconds(120)));
		log.detachAppender(lines);
		assertThat(lines.list).singleElement()
			.satisfies((line) -> assertThat(line.getMDCPropertyMap())
				.containsEntry(LogLines.REFERENCE, this.reference.value())
				.containsEntry(LogLines.STEP, "validateTenant"));
		assertThat(MDC.get(LogLines.STEP)).isNull();
	}

	@Test
	void aRefusedTokenIsNamedAsOneLineToo(CapturedOutput output) {
		begin();
		IntStream.rangeClosed(0, LADDER.size())
			.forEach((attempt) -> fail(new TokenRefused("Azure", 7000215, "invalid_client")));
		assertThat(linesOfOurs(output)).last().asString().contains("Azure: refused a token with AADSTS7000215");
		assertThat(output.getAll()).doesNotContain("\tat ");
	}

	@Test
	void whatNobodyExpectedTellsAtTheEndWhereItHappened(CapturedOutput output) {
		begin();
		IntStream.range(0, LADDER.size()).forEach((attempt) -> fail(new IllegalStateException("a mistake of ours")));
		assertThat(output.getAll()).doesNotContain("\tat ");
		fail(new IllegalStateException("a mistake of ours"));
		assertThat(linesOfOurs(output)).hasSize(6);
		assertThat(output.getAll()).contains("\tat ");
	}

	private static RemoteCallFailed busy(Duration retryAfter) {
		return RemoteCallFailed.answered("Azure", 429, retryAfter);
	}

	private void begin() {
		this.reference = this.onboarding
			.begin(new OnboardingRequest("Contoso", UUID.randomUUID().toString(), "GB", "Ada Lovelace",
					"ada@contoso.com", "8.8.8.8", null, "en", null), Actor.CUSTOMER)
			.reference();
		// the thread of a job knows nothing of who asked for the onboarding
		LogLines.areAboutNobody();
	}

	private void fail(RuntimeException failure) {
		willThrow(failure).given(this.directory).find(any());
		assertThatThrownBy(() -> this.management.executeJob(job().getId())).isSameAs(failure);
	}

	private void assertDueIn(Duration wait) {
		Instant due = job().getDuedate().toInstant();
		assertThat(due).isCloseTo(this.clock.instant().plus(wait), within(Duration.ofSeconds(3)));
	}

	private Job job() {
		return this.management.createJobQuery().processInstanceId(journey()).singleResult();
	}

	private List<Incident> incidents() {
		return this.runtime.createIncidentQuery().processInstanceId(journey()).list();
	}

	private String journey() {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(this.reference.value())
			.singleResult()
			.getId();
	}

	private List<String> linesOfOurs(CapturedOutput output) {
		return output.getAll().lines().filter((line) -> line.contains(this.reference.value())).toList();
	}

}
