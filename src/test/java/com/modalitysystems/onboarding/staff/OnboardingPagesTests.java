package com.modalitysystems.onboarding.staff;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.SecretSweep;
import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.CustomerWishes;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.IssuedValues;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.Permission;
import com.modalitysystems.onboarding.customer.PublicAddress;
import com.modalitysystems.onboarding.customer.SetupLinks;
import com.modalitysystems.onboarding.customer.SetupReports;
import com.modalitysystems.onboarding.customer.SetupResult;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.customer.WaitingFor;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
@ExtendWith(OutputCaptureExtension.class)
class OnboardingPagesTests {

	@Autowired
	private Customers customers;

	@Autowired
	private CustomerWishes wishes;

	@Autowired
	private Trail trail;

	@Autowired
	private SetupLinks links;

	@Autowired
	private SetupReports reports;

	@Autowired
	private IdentityService identities;

	@Autowired
	private JdbcClient jdbc;

	@LocalServerPort
	private int port;

	private Visitor staff;

	private CustomerReference reference;

	@BeforeEach
	void aCustomerWhoIsToConsent() {
		this.staff = new Visitor(this.port).signIn("staff");
		this.reference = this.customers
			.add(new OnboardingRequest("Contoso <b>Ltd</b>", UUID.randomUUID().toString(), "DE", "Anna <i>Berg",
					"anna.berg@contoso.com", "20.30.40.50", "ben@contoso.com", null, "PO-4711")
				.accept())
			.reference();
		this.customers.enter(this.reference, Stage.awaitingConsent, WaitingFor.customer);
	}

	@Test
	void whatTheTenantShowsIsThereItemByItem() {
		assertThat(this.staff.page(path()).body()).doesNotContain("What the tenant shows");
		this.customers.consentSeen(this.reference,
				new Consent(
						Consent.Outcome.incomplete, Map.of(Permission.USER_READ_ALL, Consent.Item.granted,
								Permission.CALLS_ACCESS_MEDIA, Consent.Item.missing),
						Instant.parse("2026-11-06T11:12:00Z")));
		assertThat(this.staff.page(path()).body())
			.contains("User.Read.All", ">granted<", "Calls.AccessMedia.All", ">missing<")
			.doesNotContain("The result of the script");

		this.customers.issued(this.reference, new IssuedValues("contoso@videosrv.net", "https://px.videosrv.net/teams/",
				UUID.randomUUID().toString()));
		assertThat(this.staff.page(path()).body()).contains("The script has not reported yet.",
				"No invitation was shown yet.");
		this.reports.add(this.reference,
				new SetupResult(SetupResult.Mode.pilot, SetupResult.Stop.nowhere, SetupResult.TenantSeen.here,
						SetupResult.PolicySeen.there, SetupResult.ProviderSeen.other, SetupResult.Scope.pilot,
						SetupResult.Federation.open, 2, Instant.parse("2026-11-20T10:15:00Z"), 4821));
		assertThat(this.staff.page(path()).body())
			.contains("The script was run for a pilot.",
					"To put right: The provider Pexip carries another tenant key: that of another service.")
			.doesNotContain("??");
	}

	@Test
	void allThatStaffNeedIsOnOnePage() {
		this.wishes.windowOpened(this.reference, PublicAddress.of("20.30.40.50"),
				OffsetDateTime.now(ZoneOffset.UTC).plusDays(2).toInstant());
		this.trail.add(this.reference, Actor.staff("mueller"), "requestApproved");
		letter("refused", "550 5.1.1 <user> unknown");
		HttpResponse<String> page = this.staff.page(path());
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body())
			.contains("Contoso &lt;b&gt;Ltd", "Anna &lt;i&gt;Berg", "anna.berg@contoso.com", "20.30.40.50",
					"ben@contoso.com", "Germany, Europe/Berlin", "PO-4711", "awaiting consent",
					"waits for the customer", "is let in until", "The invitation to consent", "refused, or came back",
					"550 5.1.1 &lt;user&gt; unknown", "Reminders rest while a letter is in trouble",
					"The request was approved", "staff:mueller")
			.doesNotContain("??", "<b>Ltd", "<i>Berg", "/setup/");
	}

	@Test
	void theDrawingIsAPictureThatKeepsItsLooksWhenItIsOpenedByItself() {
		HttpResponse<String> picture = this.staff.page(path() + "/drawing");
		assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/svg+xml;charset=UTF-8");
		assertThat(picture.headers().allValues("Content-Security-Policy"))
			.containsExactly("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
		assertThat(this.staff.page("/onboardings/OM-222222/drawing").statusCode()).isEqualTo(404);
		assertThat(this.staff.page(path()).body()).contains("no longer holds the history of this onboarding");
	}

	@Test
	void theRuleOfTheFirewallIsThereAsLongAsItMayBeInForceAndAfterwardsAsRemoved() {
		assertThat(this.staff.page(path()).body()).doesNotContain("In Azure and on Pexip");
		this.jdbc.sql("""
				insert into firewall_rule (reference, security_group, priority, allocated_at)
				values (:reference, '/subscriptions/1/networkSecurityGroups/nsg-' || :reference, 1234, now())""")
			.param("reference", this.reference.value())
			.update();
		this.wishes.windowOpened(this.reference, PublicAddress.of("20.30.40.51"), Instant.now().plusSeconds(3600));
		String name = ">onboarding-" + this.reference + "<";
		assertThat(this.staff.page(path()).body())
			.contains(name, "in the security group nsg-" + this.reference + ", with priority 1234",
					"Azure has not said yet that it is in force", ">Lets in<", "20.30.40.51")
			.doesNotContain("??", "Place on Pexip");
		rule("opened_at");
		assertThat(this.staff.page(path()).body()).contains(name, "in force since", ">Lets in<");
		rule("closed_at");
		assertThat(this.staff.page(path()).body()).contains(name, ">removed").doesNotContain("in force", ">Lets in<");
	}

	@Test
	void theObjectsOnPexipAreThereByTheirNames() {
		this.jdbc.sql("""
				insert into tenant_key (alias, domain, reference, reserved_at)
				values (lower(:reference), 'videosrv.net', :reference, now())""")
			.param("reference", this.reference.value())
			.update();
		assertThat(this.staff.page(path()).body())
			.contains("being built", this.reference.value().toLowerCase(Locale.ROOT) + "@videosrv.net",
					">" + this.reference + "<", this.reference + " connector", this.reference + " reception",
					this.reference + " guests", this.reference + " trusted", "Call Routing Rule")
			.doesNotContain("??", "Firewall rule");
		this.customers.issued(this.reference, new IssuedValues(this.reference + "@videosrv.net",
				"https://px.videosrv.net/teams/", UUID.randomUUID().toString()));
		assertThat(this.staff.page(path()).body()).contains("complete; begun");
		this.jdbc.sql("update tenant_key set withdrawn_at = now() where reference = :reference")
			.param("reference", this.reference.value())
			.update();
		assertThat(this.staff.page(path()).body()).contains("taken away").doesNotContain("complete; begun");
	}

	@Test
	void stepThatWasSkippedIsShownAsThat() {
		this.jdbc.sql("""
				insert into skipped_step (reference, step, failure, reason, actor, at)
				values (:reference, 'Send welcome', 'Ours.unexpected', 'I <b>called', 'staff:otto', now())""")
			.param("reference", this.reference.value())
			.update();
		assertThat(this.staff.page(path()).body())
			.contains("“Send welcome” failed and was skipped", "I &lt;b&gt;called", "staff:otto")
			.doesNotContain("??");
	}

	@Test
	void lookingAtAPageLeavesTheSessionToTheOtherWindows() {
		String session = this.staff.cookie("JSESSIONID");
		Visitor otherWindow = this.staff.twin();
		assertThat(this.staff.page(path()).statusCode()).isEqualTo(200);
		assertThat(this.staff.cookie("JSESSIONID")).isEqualTo(session);
		assertThat(otherWindow.page("/notices").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@EnumSource
	void eachStageHasItsPage(Stage stage) {
		this.customers.enter(this.reference, stage, WaitingFor.nobody);
		HttpResponse<String> page = this.staff.page(path());
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).doesNotContain("??", "{0}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "queued", "sending", "accepted", "deferred", "refused", "unknown", "withdrawn", "left" })
	void eachStateOfALetterHasItsWords(String state) {
		letter(state, "");
		assertThat(this.staff.page(path()).body()).contains("state-letter-" + state).doesNotContain("??");
	}

	@Test
	void linkIsShownInOneAnswerAndLeavesATrace(CapturedOutput log) {
		String link = this.links.to(customer().link()).toString();
		assertThat(this.staff.page(path()).body()).doesNotContain(link);
		HttpResponse<String> shown = this.staff.press(path() + "/link");
		assertThat(shown.statusCode()).isEqualTo(200);
		assertThat(shown.body()).contains("value=\"" + link + "\"", "readonly");
		assertThat(shown.headers().firstValue("Cache-Control")).get().asString().contains("no-store");
		assertThat(shown.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
		assertThat(shown.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
		assertThat(shown.uri().toString()).doesNotContain(token());
		assertThat(this.trail.of(this.reference)).singleElement().satisfies(event -> {
			assertThat(event.what()).isEqualTo("linkShown");
			assertThat(event.actor()).isEqualTo("staff:staff");
			assertThat(event.details()).isEmpty();
		});
		assertThat(this.staff.page(path()).body()).doesNotContain(link);
		assertThat(this.staff.page(path() + "/link").statusCode()).isEqualTo(303);
		assertThat(events()).containsExactly("linkShown");
		SecretSweep sweep = new SecretSweep(token(), customer().link().value());
		assertThat(sweep.in(log.getAll())).isEmpty();
		assertThat(sweep.inTheEngine(this.jdbc)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "rejected", "closed", "cancelled" })
	void linkOfAnEndedOnboardingIsRefusedWithASentence(Stage stage) {
		this.customers.enter(this.reference, stage, WaitingFor.nobody);
		HttpResponse<String> refused = this.staff.press(path() + "/link");
		assertThat(refused.statusCode()).isEqualTo(409);
		assertThat(refused.body()).contains("its link is not given out any more").doesNotContain("/setup/");
		assertThat(this.trail.of(this.reference)).isEmpty();
	}

	@Test
	void letterIsSentAgainOnce() {
		HttpResponse<String> sent = this.staff.press(path() + "/resend");
		assertThat(sent.statusCode()).isEqualTo(303);
		assertThat(sent.headers().firstValue("Location")).get().asString().endsWith(path() + "?sent");
		assertThat(this.staff.page(path() + "?sent").body()).contains("The current letter is sent again.",
				"The invitation to consent");
		assertThat(events()).containsOnlyOnce("letterSentAgain");
	}

	@Test
	void whereNoLetterBelongsNoneIsSentAgain() {
		this.customers.enter(this.reference, Stage.provisioning, WaitingFor.nobody);
		HttpResponse<String> refused = this.staff.press(path() + "/resend");
		assertThat(refused.statusCode()).isEqualTo(409);
		assertThat(refused.body()).contains("No letter belongs to where it stands just now");
		assertThat(events()).isEmpty();
	}

	@Test
	void managersReadAndSeeNoButtons() {
		Visitor manager = new Visitor(this.port).signIn("manager");
		assertThat(manager.page(path()).body()).contains("Contoso &lt;b&gt;Ltd").doesNotContain("<button");
		assertThat(this.staff.page(path()).body()).contains("<button", "name=\"_csrf\"");
	}

	@Test
	void whoIsNotSignedInIsToldWhereTo() {
		HttpResponse<String> page = new Visitor(this.port).page(path());
		assertThat(page.statusCode()).isEqualTo(401);
		assertThat(page.headers().firstValue("WWW-Authenticate")).isEmpty();
		assertThat(page.body()).contains("Sign in at Tasklist").doesNotContain("Contoso");
	}

	@Test
	void whoSignedOutOrLeftTheGroupSeesNothingMore() {
		this.identities.deleteMembership("staff", "onboarding-staff");
		try {
			assertThat(this.staff.page(path()).statusCode()).isEqualTo(403);
		}
		finally {
			this.identities.createMembership("staff", "onboarding-staff");
		}
		assertThat(this.staff.page(path()).statusCode()).isEqualTo(200);
		this.staff.signOut();
		assertThat(this.staff.page(path()).statusCode()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/onboardings/OM-222222", "/onboardings/nonsense", "/onboardings/OM-222222/elsewhere" })
	void unknownOnboardingIsNotFound(String path) {
		assertThat(this.staff.page(path).statusCode()).isEqualTo(404);
		assertThat(this.staff.press("/onboardings/OM-222222/link").statusCode()).isEqualTo(404);
	}

	@Test
	void onboardingsAreFoundByAPartOfWhatIsKnown() {
		assertThat(this.staff.page("/onboardings?q=" + this.reference).body()).contains("href=\"" + path() + "\"",
				"Contoso &lt;b&gt;Ltd");
		assertThat(this.staff.page("/onboardings?q=no-such-company-anywhere").body()).contains("There is none.");
		assertThat(this.staff.page("/onboardings?q=a%00b").body()).contains("There is none.");
		assertThat(this.staff.page("/onboardings").statusCode()).isEqualTo(200);
	}

	@Test
	void whatIsFoundIsPartedIntoPages() {
		String company = "Fifty-one " + UUID.randomUUID();
		for (int number = 0; number < 51; number++) {
			this.customers.add(new OnboardingRequest(company, UUID.randomUUID().toString(), null, "Ada Berg",
					"ada@contoso.com", "20.30.40.50", null, null, null)
				.accept());
		}
		String first = this.staff.fillIn("/onboardings", "q=" + company).body();
		assertThat(first).contains("1 to 50 of 51", "value=\"1\">Older</button>").doesNotContain("Newer</button>");
		assertThat(first.split(company + "</a>", -1)).hasSize(51);
		String second = this.staff.fillIn("/onboardings", "q=" + company + "&page=1").body();
		assertThat(second).contains("51 to 51 of 51", "value=\"0\">Newer</button>").doesNotContain("Older</button>");
		assertThat(second.split(company + "</a>", -1)).hasSize(2);
		assertThat(this.staff.fillIn("/onboardings", "q=" + company + "&page=7").body()).contains("51 to 51 of 51");
		assertThat(this.staff.fillIn("/onboardings", "q=" + company + "&page=-7").body()).contains("1 to 50 of 51");
	}

	@Test
	void anEMailAddressIsLookedForInTheBody() {
		Visitor manager = new Visitor(this.port).signIn("manager");
		for (Visitor reader : List.of(this.staff, manager)) {
			HttpResponse<String> found = reader.fillIn("/onboardings", "q=" + this.reference);
			assertThat(found.statusCode()).isEqualTo(200);
			assertThat(found.body()).contains("href=\"" + path() + "\"");
		}
		assertThat(this.staff.page("/onboardings").body()).contains("method=\"post\"").doesNotContain("method=\"get\"");
		assertThat(this.staff.press("/onboardings", "forged").statusCode()).isEqualTo(403);
	}

	@Test
	void allOnboardingsAreAFileForStaffAndManagers() {
		HttpResponse<String> file = new Visitor(this.port).signIn("manager").page("/onboardings/export");
		assertThat(file.statusCode()).isEqualTo(200);
		assertThat(file.headers().firstValue("Content-Type")).get().asString().startsWith("text/csv");
		assertThat(file.body()).contains(this.reference + ",awaitingConsent,customer,");
		assertThat(new Visitor(this.port).page("/onboardings/export").statusCode()).isEqualTo(401);
	}

	@Test
	void onlyStaffAskForOnboardingsWithAFile() {
		Visitor manager = new Visitor(this.port).signIn("manager");
		assertThat(this.staff.page("/onboardings").body()).contains("href=\"/onboardings/import\"");
		assertThat(manager.page("/onboardings").body()).doesNotContain("href=\"/onboardings/import\"");
		assertThat(this.staff.page("/onboardings/import").statusCode()).isEqualTo(200);
		assertThat(this.staff.page("/onboardings/import/begin").statusCode()).isEqualTo(302);
		for (String path : List.of("/onboardings/import", "/onboardings/import/begin",
				"/onboardings/import/template.csv")) {
			assertThat(manager.page(path).statusCode()).isEqualTo(403);
			assertThat(new Visitor(this.port).page(path).statusCode()).isEqualTo(401);
		}
		assertThat(manager.fillIn("/onboardings/import/begin", "text=x").statusCode()).isEqualTo(403);
		assertThat(this.staff.press("/onboardings/import/begin", "forged").statusCode()).isEqualTo(403);
		HttpResponse<String> refused = this.staff.fillIn("/onboardings/import/begin", "text=x");
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.body()).contains("These columns are not known: x.");
	}

	private void letter(String state, String words) {
		this.jdbc.sql("""
				insert into letter (key, reference, kind, addressee, recipient, link, message_id, state, server_words,
					written_at, next_attempt_at, claimed_at)
				values (:key, :key, 'consentInvitation', 'administrator', 'anna.berg@contoso.com', null, :key, :state,
					:words, :now, :later, :later)""")
			.param("key", this.reference.value())
			.param("state", state)
			.param("words", words)
			.param("now", OffsetDateTime.now(ZoneOffset.UTC))
			.param("later", OffsetDateTime.now(ZoneOffset.UTC).plus(Duration.ofDays(3650)))
			.update();
	}

	private void rule(String moment) {
		this.jdbc.sql("update firewall_rule set " + moment + " = now() where reference = :reference")
			.param("reference", this.reference.value())
			.update();
	}

	private String path() {
		return "/onboardings/" + this.reference;
	}

	private Customer customer() {
		return this.customers.require(this.reference);
	}

	private String token() {
		return this.links.token(customer().link());
	}

	private List<String> events() {
		return this.trail.of(this.reference)
			.stream()
			.map(Trail.Event::what)
			.filter(what -> !what.equals("letterSent"))
			.toList();
	}

}
