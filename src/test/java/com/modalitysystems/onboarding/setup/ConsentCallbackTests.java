package com.modalitysystems.onboarding.setup;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

import com.modalitysystems.onboarding.customer.ConsentStates;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.customer.WaitingFor;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

class ConsentCallbackTests extends SetupRoomTest {

	private static final String TENANT = "5d6a1c7e-90b2-4c1f-8e55-3a7b2c9d4e10";

	@Autowired
	private ConsentStates states;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	private Customer customer;

	@BeforeEach
	void aJourneyHasBegun() {
		this.customer = customerAt(Stage.awaitingConsent);
		given(this.onboarding.consentReturned(eq("good"), any(), any()))
			.willReturn(Optional.of(this.customer.reference()));
		this.jdbc.sql("""
				insert into consent_state (hash, reference, link, created_at, expires_at, used_at)
				select encode(sha256('good'), 'hex'), reference, link, :now, :now, :now from customer
				where reference = :reference
				on conflict (hash) do update set reference = excluded.reference, link = excluded.link""")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("reference", this.customer.reference().value())
			.update();
	}

	@Test
	void whoeverLeftBehindALinkThatWasReplacedIsNotLedToTheRoom() {
		this.customers.replaceLink(this.customer.reference());
		assertThat(get("/consent/callback?state=good&admin_consent=True").body()).contains("Welcome back")
			.doesNotContain("/setup/");
	}

	// the shapes that Microsoft documents, and what others make of them
	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none",
			textBlock = """
					admin_consent=True&tenant=5d6a1c7e-90b2-4c1f-8e55-3a7b2c9d4e10&scope=a%20b&state=good | none | 5d6a1c7e-90b2-4c1f-8e55-3a7b2c9d4e10
					tenant=5d6a1c7e-90b2-4c1f-8e55-3a7b2c9d4e10&state=good&admin_consent=True             | none | 5d6a1c7e-90b2-4c1f-8e55-3a7b2c9d4e10
					admin_consent=True&error=consent_required&error_description=AADSTS65004&state=good    | consent_required  | none
					error=permission_denied&error_description=The+admin+canceled&state=good               | permission_denied | none
					error=access_denied&error_subcode=cancel&state=good                                   | access_denied     | none
					state=good                                                                            | none | none
					state=good&tenant=contoso                                                             | none | none
					state=good&tenant=00000000-0000-0000-0000-000000000000                                | none | none
					state=good&tenant=5d6a1c7e-90b2-4c1f-8e55-3a7b2c9d4e10&tenant=else                    | none | none
					state=good&error=                                                                     | unreadable | none
					state=good&error=a%20b%3Cscript%3E                                                    | unreadable | none
					state=good&error=one&error=two                                                        | one  | none
					state=good&admin_consent=True&admin_consent=False                                     | none | none
					""")
	void returnIsHandedOnAsItWasMeant(String query, String error, String tenant) {
		HttpResponse<String> page = get("/consent/callback?" + query);
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains((error != null) ? "No consent was given" : "Welcome back from Microsoft",
				room(this.customer));
		then(this.onboarding).should().consentReturned("good", error, (tenant != null) ? TenantId.of(tenant) : null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "admin_consent=True&tenant=" + TENANT, "state=", "state=used", "state=good&state=good",
			"state=goodtext%20appended", "STATE=good", "state=%F0%28%8C%BC", "error=access_denied" })
	void whoeverComesWithoutAJourneyIsThankedAndChangesNothing(String query) {
		HttpResponse<String> page = get("/consent/callback?" + query);
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("Thank you for coming back").doesNotContain("/setup/");
		then(this.onboarding).should(never()).consentReturned(eq("good"), any(), any());
		assertThat(this.customers.require(this.customer.reference())).isEqualTo(this.customer);
	}

	@Test
	void replayIsThankedAndStandsInTheTrail() {
		String state = this.states.begin(this.customer.reference());
		this.states.use(state);
		assertStray(state, "replayed", "consentReturnedAgain");
	}

	@Test
	void lateReturnIsThankedAndStandsInTheTrail() {
		String state = this.states.begin(this.customer.reference());
		this.jdbc.sql("update consent_state set expires_at = :past where reference = :reference")
			.param("past", this.clock.instant().minusSeconds(1).atOffset(ZoneOffset.UTC))
			.param("reference", this.customer.reference().value())
			.update();
		assertStray(state, "late", "consentReturnedLate");
	}

	private void assertStray(String state, String outcome, String event) {
		double before = counted(outcome);
		HttpResponse<String> page = get("/consent/callback?admin_consent=True&tenant=" + TENANT + "&state=" + state);
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("Thank you for coming back").doesNotContain("/setup/", state);
		assertThat(this.trail.of(this.customer.reference())).singleElement().satisfies(line -> {
			assertThat(line.what()).isEqualTo(event);
			assertThat(line.actor()).isEqualTo("microsoft");
			assertThat(line.details()).isEmpty();
		});
		assertThat(this.customers.require(this.customer.reference())).isEqualTo(this.customer);
		assertThat(counted(outcome) - before).isOne();
	}

	@ParameterizedTest
	@CsvSource({ "'', stateless", "state=, unknown", "state=forged, unknown", "state=good&state=good, stateless",
			"state=goodtext%20appended, unknown", "state=good&admin_consent=True, checking",
			"state=good&error=access_denied, declined" })
	void eachReturnIsCounted(String query, String outcome) {
		double before = counted(outcome);
		get("/consent/callback?" + query);
		assertThat(counted(outcome) - before).isOne();
	}

	@Test
	void nobodyIsPromisedAMinuteWhileAStepOfOursIsRepaired() {
		this.customers.waitFor(this.customer.reference(), WaitingFor.operator);
		assertThat(get("/consent/callback?state=good&admin_consent=True").body())
			.contains("Welcome back", "somebody is repairing it")
			.doesNotContain("less than a minute");
	}

	@ParameterizedTest
	@EnumSource(names = { "expired", "cancelled", "awaitingSetup" })
	void whoeverComesBackToWhatDoesNotWaitIsToldSo(Stage stage) {
		this.customers.enter(this.customer.reference(), stage, WaitingFor.nobody);
		assertThat(get("/consent/callback?state=good&admin_consent=True&tenant=" + TENANT).body())
			.contains("The set-up does not wait for a consent", room(this.customer));
	}

	// mail programs and people append brackets and bars, which browsers send as they are
	@ParameterizedTest
	@ValueSource(strings = { "/consent/callback?state=good&tenant=else|", "/consent/callback?state=good]",
			"/consent/callback?state=good{}^`\\", "/setup/nothing|", "/setup/nothing]" })
	void whatIsAppendedAsItIsLeadsToAFriendlyPage(String address) throws IOException {
		try (Socket socket = new Socket("localhost", this.port)) {
			socket.getOutputStream()
				.write(("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n"
						+ "Connection: close\r\n\r\n")
					.getBytes(StandardCharsets.UTF_8));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(answer).startsWith("HTTP/1.1 " + (address.startsWith("/setup") ? "404" : "200"))
				.contains("Questions? A person answers:");
		}
	}

	private double counted(String outcome) {
		return this.meters.counter("onboarding.callbacks", "outcome", outcome).count();
	}

	@Test
	void nothingOfTheAddressIsShown() {
		assertThat(
				get("/consent/callback?state=good&error=mango&error_description=papaya&tenant=kiwi&scope=lime").body())
			.doesNotContain("mango", "papaya", "kiwi", "lime");
	}

	@Test
	void whoeverOnlyAsksWhetherThePageIsThereEndsNoJourney() {
		assertThat(send("HEAD", "/consent/callback?state=good&admin_consent=True").statusCode()).isEqualTo(204);
		assertNothingWasDone();
	}

	@Test
	void pageNeedsNoCookieAndIsNotKept() {
		HttpResponse<String> page = get("/consent/callback?state=good&admin_consent=True");
		assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
		assertThat(page.headers().firstValue("Cache-Control")).get().asString().contains("no-store");
	}

}
