package com.modalitysystems.onboarding.setup;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.IssuedValues;
import com.modalitysystems.onboarding.customer.OnboardingSettings;
import com.modalitysystems.onboarding.customer.Secret;
import com.modalitysystems.onboarding.customer.SetupResult;
import com.modalitysystems.onboarding.customer.SetupResult.Federation;
import com.modalitysystems.onboarding.customer.SetupResult.Mode;
import com.modalitysystems.onboarding.customer.SetupResult.PolicySeen;
import com.modalitysystems.onboarding.customer.SetupResult.ProviderSeen;
import com.modalitysystems.onboarding.customer.SetupResult.Scope;
import com.modalitysystems.onboarding.customer.SetupResult.Stop;
import com.modalitysystems.onboarding.customer.SetupResult.TenantSeen;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.process.NoLongerWaiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.times;

/** What a script was signed with, and what the room takes from it. */
class ScriptReportsTests extends SetupRoomTest {

	private static final SetupResult PILOT = new SetupResult(Mode.pilot, Stop.nowhere, TenantSeen.here,
			PolicySeen.there, ProviderSeen.ours, Scope.pilot, Federation.open, 2, ScriptOfACustomer.AT, 4821);

	private static final SetupResult NOT_FOUND = new SetupResult(Mode.everyone, Stop.tenant, TenantSeen.other,
			PolicySeen.unknown, ProviderSeen.unknown, Scope.unknown, Federation.unknown, 0, ScriptOfACustomer.AT, 4821);

	@Autowired
	private OnboardingSettings settings;

	@Test
	void signedReportIsTakenAndThankedFor() {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		HttpResponse<String> answer = postJson(room(customer) + "/report", scriptOf(customer).report());
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("{\"message\":\"Thank you. Your set-up page shows the result.\"}");
		then(this.onboarding).should().scriptReported(customer.reference(), PILOT);
	}

	@Test
	void scriptReportsToTheAddressItWasToldOf() {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		assertThat(scriptOf(customer).value("ReportUri")).isEqualTo(this.links.to(customer.link()) + "/report");
	}

	@Test
	void reportThatComesAgainGetsTheSameAnswer() {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		String report = scriptOf(customer).report();
		given(this.onboarding.scriptReported(customer.reference(), PILOT)).willReturn(true, false);
		assertThat(postJson(room(customer) + "/report", report).body())
			.isEqualTo(postJson(room(customer) + "/report", report).body());
		then(this.onboarding).should(times(2)).scriptReported(customer.reference(), PILOT);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			"scope": "pilot"       | "scope": "everyone"
			"pilots": 2            | "pilots": 3
			T10:15                 | T10:16
			"run": 4821            | "run": 4822
			"signature": "         | "signature": "0
			""")
	void changedReportIsForged(String was, String becomes) {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		String report = scriptOf(customer).report();
		assertThat(report).contains(was);
		assertForged(postJson(room(customer) + "/report", report.replace(was, becomes)));
	}

	@Test
	void scriptFromBeforeTheSecretWasRotatedIsBelieved() {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		String script = get(room(customer) + "/onemeeting-setup.ps1").body();
		String key = new ScriptOfACustomer(script).value("ReportKey");
		OnboardingSettings before = new OnboardingSettings(this.settings.publicUrl(), Secret.of(PREVIOUS_SECRET), null,
				"OneMeeting", "support@videosrv.net", "", null, "videosrv.net", this.settings.brand());
		String older = script.replace(key, new ScriptKeys(before).keyOf(customer));
		assertThat(older).isNotEqualTo(script);
		assertThat(postJson(room(customer) + "/report", new ScriptOfACustomer(older).report()).statusCode())
			.isEqualTo(200);
		assertForgedStill(customer, script.replace(key, "0".repeat(64)));
	}

	private void assertForgedStill(Customer customer, String script) {
		assertThat(postJson(room(customer) + "/report", new ScriptOfACustomer(script).report()).statusCode())
			.isEqualTo(403);
	}

	@Test
	void reportOfAnotherCustomersScriptIsForged() {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		assertForged(
				postJson(room(customer) + "/report", scriptOf(customerWithValuesAt(Stage.awaitingSetup)).report()));
	}

	@Test
	void reportOfAScriptWithOlderValuesIsForged() {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		String report = scriptOf(customer).report();
		this.customers.issued(customer.reference(), new IssuedValues("other-" + customer.requireIssued().tenantKey(),
				VALUES.instructionUri(), VALUES.trustedApplicationId()));
		assertForged(postJson(room(customer) + "/report", report));
	}

	@Test
	void shortSignatureIsForged() {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		ScriptOfACustomer script = scriptOf(customer);
		assertForged(postJson(room(customer) + "/report",
				script.report().replace(script.signature(), script.signature().substring(0, 14))));
	}

	@Test
	void reportOfNothingIsForged() {
		assertForged(postJson(room(customerWithValuesAt(Stage.awaitingSetup)) + "/report", "null"));
	}

	@Test
	void withoutValuesEveryReportIsForged() {
		ScriptOfACustomer script = scriptOf(customerWithValuesAt(Stage.awaitingSetup));
		assertForged(postJson(room(customerAt(Stage.awaitingConsent)) + "/report", script.report()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "[]", "{\"mode\":\"pilot\"}", "<html>", "{\"mode\":\"format\",\"run\":1}" })
	void whatIsNoReportIsRefusedInASentence(String body) {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		HttpResponse<String> answer = postJson(room(customer) + "/report", body);
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("This is not a result of the script.");
		assertNothingWasDone();
	}

	@Test
	void endlessReportIsNotReadToItsEnd() {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		String report = scriptOf(customer).report().replace("{", "{\"more\": \"" + "x".repeat(5000) + "\", ");
		assertThat(postJson(room(customer) + "/report", report).statusCode()).isEqualTo(400);
	}

	@Test
	void reportToAnUnknownOrClosedRoomIsNotFound() {
		assertThat(postJson("/setup/nothing/report", "{}").statusCode()).isEqualTo(404);
		Customer customer = customerWithValuesAt(Stage.cancelled);
		given(this.onboarding.scriptReported(customer.reference(), PILOT)).willThrow(NoLongerWaiting.class);
		HttpResponse<String> answer = postJson(room(customer) + "/report", scriptOf(customer).report());
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).contains("There is no open set-up at this address.");
	}

	@Test
	void pastedCodeTellsTheSame() {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		HttpResponse<String> answer = paste(customer, scriptOf(customer).code());
		assertThat(answer.statusCode()).isEqualTo(303);
		assertThat(answer.headers().firstValue("Location")).hasValue(room(customer) + "?note=result");
		then(this.onboarding).should().scriptReported(customer.reference(), PILOT);
	}

	@Test
	void codeTellsWhatStoppedTheScript() {
		Customer customer = customerWithValuesAt(Stage.confirming);
		paste(customer,
				scriptOf(customer).with("mode", "everyone")
					.with("stoppedAt", "tenant")
					.with("tenant", "other")
					.with("policy", "unknown")
					.with("provider", "unknown")
					.with("scope", "unknown")
					.with("federation", "unknown")
					.with("pilots", 0)
					.code());
		then(this.onboarding).should().scriptReported(customer.reference(), NOT_FOUND);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT25H", "P30D", "P-2D", "P-2000D" })
	void resultOfAClockThatIsFarOffIsRefusedInASentence(Duration off) {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		ScriptOfACustomer script = scriptOf(customer).with("at",
				Instant.now().plus(off).truncatedTo(ChronoUnit.MINUTES).toString());
		HttpResponse<String> page = paste(customer, script.code());
		assertThat(page.statusCode()).isEqualTo(422);
		assertThat(page.body()).contains("was made on a computer whose clock is wrong");
		HttpResponse<String> answer = postJson(room(customer) + "/report", script.report());
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("The clock of this computer is wrong");
		assertNothingWasDone();
	}

	@Test
	void spacesHyphensAndCaseOfACodeDoNotMatter() {
		Customer customer = customerWithValuesAt(Stage.live);
		String code = scriptOf(customer).code();
		paste(customer, "  " + code.toLowerCase() + "\r\n");
		paste(customer, code.replace("-", " "));
		paste(customer, code.replace("-", "\u2013").replace("1", "1\u00A0"));
		then(this.onboarding).should(times(3)).scriptReported(customer.reference(), PILOT);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''                                                | Paste the result code
			hello                                             | This is not a whole result code
			11011-22100-22611-20101-54821-23456-789AB-CDEF0   | This code is not one of this set-up
			11911-22100-22611-20101-54821-23456-789AB-CDEF0   | This code is not one of this set-up
			11091-22100-22611-20101-54821-23456-789AB-CDEF0   | This is not a whole result code
			11011-22100-22613-20101-54821-23456-789AB-CDEF0   | This is not a whole result code
			11011-22100-22611-20101-50821-23456-789AB-CDEF0   | This is not a whole result code
			21011-22100-22611-20101-54821-23456-789AB-CDEF0   | This is not a whole result code
			11011-22100-22611-20101-54821-23456-789AB-CDEF    | This is not a whole result code
			""")
	void wrongCodeIsAnsweredAtItsField(String code, String sentence) {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		HttpResponse<String> page = paste(customer, code);
		assertThat(page.statusCode()).isEqualTo(422);
		assertThat(page.body()).contains(sentence);
		assertNothingWasDone();
	}

	@Test
	void codeOutOfItsTimeLeadsBack() {
		Customer customer = customerAt(Stage.awaitingConsent);
		assertThat(paste(customer, "x").headers().firstValue("Location")).hasValue(room(customer) + "?note=notNow");
		assertNothingWasDone();
	}

	@Test
	void lookingAtTheReportLeadsBackToTheRoom() {
		Customer customer = customerWithValuesAt(Stage.awaitingSetup);
		assertThat(get(room(customer) + "/report").headers().firstValue("Location")).hasValue(room(customer));
	}

	private HttpResponse<String> paste(Customer customer, String code) {
		return post(room(customer) + "/report", Map.of("code", code));
	}

	private ScriptOfACustomer scriptOf(Customer customer) {
		if (customer.stage().isOver()) {
			this.customers.enter(customer.reference(), Stage.awaitingSetup, customer.waitingFor());
		}
		ScriptOfACustomer script = new ScriptOfACustomer(get(room(customer) + "/onemeeting-setup.ps1").body());
		this.customers.enter(customer.reference(), customer.stage(), customer.waitingFor());
		return script;
	}

	private void assertForged(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.body()).contains("was not signed by the script of this set-up page");
		assertNothingWasDone();
	}

}
