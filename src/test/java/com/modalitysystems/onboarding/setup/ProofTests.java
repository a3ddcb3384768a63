package com.modalitysystems.onboarding.setup;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.InvitationProof;
import com.modalitysystems.onboarding.customer.InvitationProof.Outcome;
import com.modalitysystems.onboarding.customer.SetupReports;
import com.modalitysystems.onboarding.customer.SetupResult;
import com.modalitysystems.onboarding.customer.SetupResult.Federation;
import com.modalitysystems.onboarding.customer.SetupResult.Mode;
import com.modalitysystems.onboarding.customer.SetupResult.PolicySeen;
import com.modalitysystems.onboarding.customer.SetupResult.ProviderSeen;
import com.modalitysystems.onboarding.customer.SetupResult.Scope;
import com.modalitysystems.onboarding.customer.SetupResult.Stop;
import com.modalitysystems.onboarding.customer.SetupResult.TenantSeen;
import com.modalitysystems.onboarding.customer.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

import static java.util.Locale.ENGLISH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.times;

/** What the customer shows us of the set-up, and what the room says of it. */
class ProofTests extends SetupRoomTest {

	@Autowired
	private SetupReports reports;

	@Autowired
	private MessageSource messages;

	@Autowired
	private Clock clock;

	@Test
	void invitationIsLookedAtWhetherPastedOrUploaded() {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		String invitation = ofCustomer(customer);
		assertLeadsBack(post(room(customer) + "/proof", Map.of("invitation", invitation)), customer);
		assertLeadsBack(upload(customer, invitation, ""), customer);
		assertLeadsBack(upload(customer, "", Invitations.calendar(invitation)), customer);
		ArgumentCaptor<InvitationProof> proofs = ArgumentCaptor.forClass(InvitationProof.class);
		then(this.onboarding).should(times(3)).invitationSeen(eq(customer.reference()), proofs.capture());
		assertThat(proofs.getAllValues()).extracting(InvitationProof::outcome).containsOnly(Outcome.complete);
	}

	@Test
	void nothingOfAnInvitationIsKept() {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		upload(customer, "", Invitations.calendar(ofCustomer(customer)));
		ArgumentCaptor<InvitationProof> proof = ArgumentCaptor.forClass(InvitationProof.class);
		then(this.onboarding).should().invitationSeen(eq(customer.reference()), proof.capture());
		assertThat(proof.getValue().toString()).doesNotContain("anna", "Weekly", "345");
		assertThat(new ProofForm("Anna's meeting", null)).hasToString("ProofForm[…]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  \r\n " })
	void emptyFormIsAnsweredAtItsField(String nothing) {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		HttpResponse<String> page = upload(customer, nothing, "");
		assertThat(page.statusCode()).isEqualTo(422);
		assertThat(page.body()).contains(sentence("setup.refused.missing.invitation"), "href=\"#invitation\"");
		assertNothingWasDone();
	}

	@ParameterizedTest
	@ValueSource(ints = { ProofForm.LARGEST + 1, 4_000_000 })
	void whatIsTooLargeIsAnsweredAtItsField(int size) {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		HttpResponse<String> page = upload(customer, "", "x".repeat(size));
		assertThat(page.statusCode()).isEqualTo(422);
		assertThat(page.body()).contains(sentence("setup.refused.invitation.tooLarge"));
		assertNothingWasDone();
	}

	@Test
	void pastedTextThatIsTooLargeIsAnsweredAtItsField() {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		HttpResponse<String> page = upload(customer, "Anna ".repeat(110_000), "");
		assertThat(page.statusCode()).isEqualTo(422);
		assertThat(page.body()).contains(sentence("setup.refused.invitation.tooLarge")).doesNotContain("Anna Anna");
	}

	@Test
	void robotThatFillsInEverythingShowsNothing() {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		post(room(customer) + "/proof", Map.of("invitation", ofCustomer(customer), "leaveEmpty", "x"));
		assertNothingWasDone();
	}

	@Test
	void outOfItsTimeAnInvitationLeadsBack() {
		Customer customer = customerAt(Stage.awaitingConsent);
		assertThat(post(room(customer) + "/proof", Map.of("invitation", "x")).headers().firstValue("Location"))
			.hasValue(room(customer) + "?note=notNow");
		assertThat(get(room(customer) + "/proof").headers().firstValue("Location")).hasValue(room(customer));
		assertThat(post("/setup/nothing/proof", Map.of("invitation", "x")).statusCode()).isEqualTo(404);
		assertNothingWasDone();
	}

	@ParameterizedTest
	@EnumSource
	void eachOutcomeHasItsOwnWords(Outcome outcome) {
		Customer customer = customerWithValuesAt(Stage.confirming);
		this.reports.add(customer.reference(), new InvitationProof(outcome, true, true, false, this.clock.instant()));
		String page = get(room(customer)).body();
		assertThat(page).contains(sentence("setup.proof." + outcome)).doesNotContain("??", "{0}");
		assertThat(page.contains(sentence("setup.proof.instructionLink.missing")))
			.isEqualTo(outcome != Outcome.notAnInvitation);
		if (outcome != Outcome.noneYet) {
			assertThat(page).contains(sentence("setup.proof." + outcome + ".do"));
		}
	}

	@Test
	void whoLooksTooEarlyIsToldUntilWhenMicrosoftMayKeepTheOldPolicy() {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		this.reports.add(customer.reference(),
				new InvitationProof(Outcome.noneYet, false, false, false, this.clock.instant()));
		assertThat(get(room(customer)).body()).contains(sentence("setup.proof.noneYet.wait"));
		this.reports.add(customer.reference(), ran(Mode.pilot, ProviderSeen.ours, Duration.ofHours(1)));
		assertThat(get(room(customer)).body()).contains("Microsoft may keep the old policy until ");
		Customer another = customerWithValuesAt(Stage.awaitingSetup);
		this.reports.add(another.reference(), ran(Mode.pilot, ProviderSeen.ours, Duration.ofHours(7)));
		this.reports.add(another.reference(),
				new InvitationProof(Outcome.noneYet, false, false, false, this.clock.instant()));
		assertThat(get(room(another)).body()).contains(sentence("setup.proof.noneYet.do"));
	}

	@Test
	void roomNamesWhatIsToPutRight() {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		this.reports.add(customer.reference(), ran(Mode.plan, ProviderSeen.other, Duration.ZERO));
		assertThat(get(room(customer)).body()).contains(sentence("setup.code.trouble"),
				sentence("setup.result.provider.other"), "The policy is with 2 pilot users.");
		Customer astray = customerWithValuesAt(Stage.confirming);
		this.reports.add(astray.reference(), astray());
		assertThat(astray().troubles()).hasSize(5)
			.allSatisfy(trouble -> assertThat(get(room(astray)).body()).contains(sentence("setup.result." + trouble)));
		Customer sound = customerWithValuesAt(Stage.awaitingSetup);
		this.reports.add(sound.reference(), ran(Mode.pilot, ProviderSeen.ours, Duration.ZERO));
		assertThat(get(room(sound)).body()).contains(sentence("setup.result.provider.ours"))
			.doesNotContain(sentence("setup.code.trouble"));
	}

	@Test
	void everyWordOfAResultHasASentence() {
		Map.<String, Enum<?>[]>of("mode", Mode.values(), "stoppedAt", Stop.values(), "tenant", TenantSeen.values(),
				"policy", PolicySeen.values(), "provider", ProviderSeen.values(), "scope", Scope.values(), "federation",
				Federation.values())
			.forEach((name, words) -> {
				for (Enum<?> word : words) {
					if (!word.name().equals("unknown") && !word.name().equals("nowhere")) {
						assertThat(sentence("setup.result." + name + "." + word)).isNotBlank();
					}
				}
			});
		assertThat(this.messages.getMessage("setup.result.scope.pilot", new Object[] { 1 }, ENGLISH))
			.isEqualTo("The policy is with one pilot user.");
	}

	@Test
	void roomListsTheStepsAndTheCmdlets() {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		String page = get(room(customer)).body().replace("&#39;", "'");
		assertThat(page).contains("\\onemeeting-setup.ps1</code>", "-Mode Pilot -Users you@example.com",
				"-Mode Everyone", "-Mode Undo", "-Mode Status",
				"New-CsVideoInteropServiceProvider -Name Pexip -TenantKey '" + customer.requireIssued().tenantKey()
						+ "'",
				"Set-CsVideoInteropServiceProvider -Identity Pexip",
				"Remove-CsVideoInteropServiceProvider -Identity Pexip",
				"Grant-CsTeamsVideoInteropServicePolicy -PolicyName $null -Global");
		assertThat(get(room(customerWithValuesAt(Stage.live))).body()).contains("Remove-CsVideoInteropServiceProvider");
	}

	private SetupResult ran(Mode mode, ProviderSeen provider, Duration ago) {
		return new SetupResult(mode, Stop.nowhere, TenantSeen.here, PolicySeen.there, provider, Scope.pilot,
				Federation.open, 2, this.clock.instant().minus(ago).truncatedTo(ChronoUnit.MINUTES), 4821);
	}

	/** A run after which nothing is as it should be. */
	private SetupResult astray() {
		return new SetupResult(Mode.everyone, Stop.tenant, TenantSeen.other, PolicySeen.missing, ProviderSeen.differs,
				Scope.otherService, Federation.blocked, 0, this.clock.instant(), 4822);
	}

	private static String ofCustomer(Customer customer) {
		return Invitations.text(Invitations.block(customer.requireIssued().tenantKey(), Invitations.LINK));
	}

	private HttpResponse<String> upload(Customer customer, String text, String file) {
		String body = """
				--fold\r
				Content-Disposition: form-data; name="leaveEmpty"\r
				\r
				\r
				--fold\r
				Content-Disposition: form-data; name="invitation"\r
				\r
				%s\r
				--fold\r
				Content-Disposition: form-data; name="file"; filename="%s"\r
				Content-Type: text/calendar\r
				\r
				%s\r
				--fold--\r
				""".formatted(text, file.isEmpty() ? "" : "meeting.ics", file);
		return post(room(customer) + "/proof", "multipart/form-data; boundary=fold", body);
	}

	private String sentence(String key) {
		return this.messages.getMessage(key, null, ENGLISH);
	}

	private void assertLeadsBack(HttpResponse<String> answer, Customer customer) {
		assertThat(answer.statusCode()).isEqualTo(303);
		assertThat(answer.headers().firstValue("Location")).hasValue(room(customer) + "?note=proof");
	}

}
