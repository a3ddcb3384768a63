package com.modalitysystems.onboarding.setup;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.AlreadyOnboarding;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;

class SetupActionsTests extends SetupRoomTest {

	private static final URI MICROSOFT = URI.create(
			"https://login.microsoftonline.com/x/v2.0/adminconsent?scope=https%3A%2F%2Fgraph.microsoft.com%2F.default&state=s");

	@Test
	void consentLeadsToMicrosoft() {
		Customer customer = customerAt(Stage.awaitingConsent);
		given(this.onboarding.startConsent(customer.reference())).willReturn(MICROSOFT);
		HttpResponse<String> answer = post(room(customer) + "/consent", Map.of());
		assertThat(answer.statusCode()).isEqualTo(303);
		assertThat(answer.headers().firstValue("Location")).hasValue(MICROSOFT.toString());
	}

	@Test
	void grantedWakesTheCheckAndLeadsBack() {
		Customer customer = customerAt(Stage.awaitingConsent);
		assertLeadsBack(post(room(customer) + "/granted", Map.of()), customer, Note.granted);
		then(this.onboarding).should().consentGranted(customer.reference());
	}

	@Test
	void doneIsReportedOnce() {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		assertLeadsBack(post(room(customer) + "/done", Map.of()), customer, Note.done);
		this.customers.enter(customer.reference(), Stage.confirming, customer.waitingFor());
		assertLeadsBack(post(room(customer) + "/done", Map.of()), customer, Note.done);
		then(this.onboarding).should().setupReported(customer.reference());
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE,
			names = { "awaitingConsent", "awaitingCustomer", "awaitingSetup", "confirming" })
	void outOfItsTimeAnActLeadsBackWithASentence(Stage stage) {
		Customer customer = customerWithValuesAt(stage);
		for (String act : List.of("/consent", "/granted", "/answer", "/done")) {
			assertLeadsBack(post(room(customer) + act, Map.of()), customer, Note.notNow);
		}
		assertNothingWasDone();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/consent", "/granted", "/answer", "/done", "/cancel" })
	void actBehindAWrongLinkIsNotFound(String act) {
		assertThat(post("/setup/nothing" + act, Map.of()).statusCode()).isEqualTo(404);
		assertNothingWasDone();
	}

	@Test
	void answerCorrectsTenantAndAddressAndKeepsTheRest() {
		Customer customer = customerAt(Stage.awaitingCustomer);
		assertLeadsBack(post(room(customer) + "/answer",
				Map.of("answer", "It is Fabrikam.\r\nSorry!", "tenant", "fabrikam.com", "adminAddress", "20.1.2.3")),
				customer, Note.answered);
		ArgumentCaptor<OnboardingRequest> corrected = ArgumentCaptor.forClass(OnboardingRequest.class);
		then(this.onboarding).should()
			.answer(eq(customer.reference()), eq("It is Fabrikam.\nSorry!"), corrected.capture());
		assertThat(corrected.getValue()).isEqualTo(new OnboardingRequest("Contoso Ltd", "fabrikam.com", "DE",
				"Anna Berg", "anna.berg@contoso.com", "20.1.2.3", null, "en", null));
	}

	@Test
	void mistakesOfAnAnswerAreShownWithWhatWasTyped() {
		Customer customer = customerAt(Stage.awaitingCustomer);
		HttpResponse<String> page = post(room(customer) + "/answer",
				Map.of("answer", " ", "tenant", "fabrikam", "adminAddress", "10.0.0.1"));
		assertThat(page.statusCode()).isEqualTo(422);
		assertThat(page.body()).contains("value=\"fabrikam\"", "value=\"10.0.0.1\"", "id=\"answer-error\"",
				"id=\"tenant-error\"", "id=\"adminAddress-error\"", "Write an answer, however short.");
		assertNothingWasDone();
	}

	@Test
	void tenantThatIsAlreadyOnboardingIsAMistakeLikeOthers() {
		Customer customer = customerAt(Stage.awaitingCustomer);
		Customer other = customerAt(Stage.live);
		AlreadyOnboarding refusal = catchThrowableOfType(AlreadyOnboarding.class,
				() -> this.customers.add(request(other.requireTenantId().asText()).accept()));
		willThrow(refusal).given(this.onboarding).answer(eq(customer.reference()), any(), any());
		HttpResponse<String> page = post(room(customer) + "/answer",
				Map.of("answer", "Yes.", "tenant", other.requireTenantId().asText(), "adminAddress", "20.1.2.3"));
		assertThat(page.statusCode()).isEqualTo(422);
		assertThat(page.body()).contains("id=\"tenant-error\"", ">Yes.</textarea>")
			.doesNotContain(other.reference().value());
	}

	@Test
	void cancelWithTheReferenceFromTheLetterStops() {
		Customer customer = customerAt(Stage.awaitingConsent);
		given(this.onboarding.cancel(customer.reference(), "Not needed.", Actor.CUSTOMER)).willReturn(true);
		assertLeadsBack(
				post(room(customer) + "/cancel",
						Map.of("reason", "Not needed.", "reference",
								" " + customer.reference().value().toLowerCase(Locale.ROOT) + " ")),
				customer, Note.stopping);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "live", "rejected", "closed", "cancelled" })
	void wayToStopIsThereWhereverTheOnboardingStands(Stage stage) {
		Customer customer = customerWithValuesAt(stage);
		given(this.onboarding.cancel(customer.reference(), "Not needed.", Actor.CUSTOMER)).willReturn(true);
		assertThat(get(room(customer)).body()).contains("action=\"" + room(customer) + "/cancel\"");
		assertLeadsBack(
				post(room(customer) + "/cancel",
						Map.of("reason", "Not needed.", "reference", customer.reference().value())),
				customer, Note.stopping);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "OM-222222", "om", "OM-7K3F9Q OR 1=1" })
	void cancelWithoutTheReferenceStopsNothing(String reference) {
		Customer customer = customerAt(Stage.awaitingConsent);
		HttpResponse<String> page = post(room(customer) + "/cancel",
				Map.of("reason", "A robot’s reason", "reference", reference));
		assertThat(page.statusCode()).isEqualTo(422);
		assertThat(page.body()).contains("A robot’s reason", "id=\"reference-error\"", "open=\"open\"")
			.doesNotContain(customer.reference().value());
		assertNothingWasDone();
	}

	@Test
	void cancelOfWhatIsOverLeadsBack() {
		Customer customer = customerAt(Stage.cancelled);
		assertLeadsBack(
				post(room(customer) + "/cancel", Map.of("reason", "Again.", "reference", customer.reference().value())),
				customer, Note.notNow);
		assertNothingWasDone();
	}

	private void assertLeadsBack(HttpResponse<String> answer, Customer customer, Note note) {
		assertThat(answer.statusCode()).isEqualTo(303);
		assertThat(answer.headers().firstValue("Location")).hasValue(room(customer) + "?note=" + note);
	}

}
