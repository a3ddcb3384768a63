package com.modalitysystems.onboarding.intake;

import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.CustomerLists;
import com.modalitysystems.onboarding.customer.CustomerQuery;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Language;
import jakarta.servlet.http.Cookie;
import com.modalitysystems.onboarding.customer.Trail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
class RequestPageTests {

	private static final Pattern REFERENCE = Pattern.compile("<code>(OM-[0-9A-Z]{6})</code>");

	@Autowired
	private WebApplicationContext house;

	@Autowired
	private Customers customers;

	@Autowired
	private CustomerLists lists;

	@Autowired
	private Trail trail;

	@Autowired
	private Limits limits;

	@Autowired
	private IntakeSettings settings;

	private Asking asking;

	@BeforeEach
	void setUp() {
		this.asking = new Asking(this.house);
	}

	@Test
	void requestBecomesACustomerAndTheWayLeadsToAPageThatStays() {
		MultiValueMap<String, String> form = Asking.form("contactEmail", "ben@contoso.com");
		MvcTestResult sent = this.asking.send(form);
		assertThat(sent).hasStatus(HttpStatus.SEE_OTHER);
		assertThat(page(received(sent))).isEqualTo(page(received(sent)));
		Customer customer = customerOf(sent);
		assertThat(customer.company()).isEqualTo(form.getFirst("company"));
		assertThat(customer.asked().tenant().asText()).isEqualTo(form.getFirst("tenant"));
		assertThat(customer.asked().country()).hasToString("DE");
		assertThat(customer.administrator().name()).isEqualTo("Anna Berg");
		assertThat(customer.administrator().email()).hasToString(form.getFirst("adminEmail"));
		assertThat(customer.administrator().address()).hasToString("203.0.113.25");
		assertThat(customer.asked().contact()).hasToString("ben@contoso.com");
		assertThat(this.trail.of(customer.reference())).first()
			.satisfies(event -> assertThat(event.actor()).isEqualTo("customer"));
	}

	@Test
	void pageThatStaysTellsTheReferenceAndNoPerson() {
		MultiValueMap<String, String> form = Asking.form();
		String page = page(received(this.asking.send(form)));
		assertThat(page).containsPattern(REFERENCE)
			.doesNotContain(form.getFirst("company"), form.getFirst("adminEmail"), "Anna Berg", "203.0.113.25");
	}

	@Test
	void nobodyFindsAPageOfARequestThatWasNotSent() {
		assertThat(get("/request/received/" + IntakeForm.empty(Locale.ENGLISH).submission()))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@ParameterizedTest
	@CsvSource({ "company, '', Enter the name of the company.", "tenant, contoso, This is neither a tenant ID",
			"tenant, 00000000-0000-0000-0000-000000000000, A tenant ID of zeros",
			"tenant, 9188040d-6c67-4c5b-b112-36a304b66dad, This is the tenant of personal",
			"tenant, con_toso.com, This is not a domain", "country, XX, There is no country",
			"adminName, ' ', Enter the name of the Microsoft 365 administrator.",
			"adminEmail, anna, This is not an e-mail address",
			"adminEmail, 'anna@contoso.com,ben@contoso.com', Enter one e-mail address only.",
			"adminAddress, 10.0.0.1, This address works only inside", "adminAddress, 8.8.8.0/24, This is a range",
			"adminAddress, ::ffff:8.8.8.8, This address hides another",
			"contactEmail, ben, This is not an e-mail address", "language, tlh, This is not one of the languages" })
	void mistakeShowsThePageAgainWithASentenceAtTheField(String field, String typed, String sentence) {
		MultiValueMap<String, String> form = Asking.form(field, typed);
		MvcTestResult again = this.asking.send(form);
		assertThat(again).hasStatus(HttpStatus.BAD_REQUEST);
		String page = page(again);
		assertThat(page).containsPattern("<a href=\"#" + field + "\">[^<]+: " + Pattern.quote(sentence))
			.containsPattern("id=\"" + field + "-error\">" + Pattern.quote(sentence))
			.containsPattern("<(input|select) id=\"" + field + "\"[^>]*aria-invalid=\"true\"")
			.containsPattern("<(input|select) id=\"" + field + "\"[^>]*aria-describedby=\"[^\"]*" + field + "-error\"")
			.contains("<title>Please check");
		assertThat(page.split("aria-invalid", -1)).hasSize(2);
		String untouched = form.getFirst(field.equals("company") ? "tenant" : "company");
		assertThat(this.lists.count(CustomerQuery.newest(untouched, 1))).isZero();
	}

	@Test
	void whatWasTypedIsKept() {
		MultiValueMap<String, String> form = Asking.form("tenant", "\"><script>alert(1)</script>");
		String page = page(this.asking.send(form));
		assertThat(page).contains("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\"")
			.doesNotContain("<script>alert")
			.contains("name=\"submission\" value=\"" + form.getFirst("submission") + "\"")
			.contains("value=\"" + form.getFirst("company") + "\"", "value=\"Anna Berg\"",
					"value=\"" + form.getFirst("adminEmail") + "\"", "value=\"203.0.113.25\"")
			.containsPattern("<option value=\"DE\"\\s+selected")
			.containsPattern("id=\"noteRead\"[^>]* checked");
	}

	@Test
	void allMistakesAreNamedAtOnceInTheOrderOfThePage() {
		MultiValueMap<String, String> form = Asking.form();
		List.of("company", "tenant", "adminName", "adminEmail", "adminAddress").forEach(field -> form.set(field, ""));
		form.remove("noteRead");
		assertThat(Pattern.compile("<li><a href=\"#(\\w+)\"").matcher(page(this.asking.send(form))).results())
			.extracting(found -> found.group(1))
			.containsExactly("company", "tenant", "adminName", "adminEmail", "adminAddress", "noteRead");
	}

	@Test
	void pageSpeaksTheLanguageOfTheBrowserAndProposesItForTheLetters() {
		MvcTestResult page = this.asking.mvc()
			.get()
			.uri("/request")
			.header(HttpHeaders.ACCEPT_LANGUAGE, "tlh, de-AT;q=0.8, en;q=0.5")
			.exchange();
		assertThat(page(page)).contains("<html lang=\"de\">", "Einrichtung beantragen", ">Deutschland</option>")
			.containsPattern("<option value=\"de\" lang=\"de\"\\s+selected")
			.containsPattern("<a [^>]*\\?lang=en\"[^>]*>English</a>");
	}

	@Test
	void mistakesAreNamedInTheLanguageOfThePage() {
		MvcTestResult again = this.asking.mvc()
			.post()
			.uri("/request")
			.cookie(new Cookie("language", "de"))
			.params(Asking.form("tenant", "typo"))
			.exchange();
		assertThat(page(again)).contains("id=\"tenant-error\">Das ist weder eine Mandanten-ID");
	}

	@Test
	void pageThatChangesItsLanguageKeepsWhatWasTypedAndJudgesNothing() {
		MultiValueMap<String, String> form = Asking.form("tenant", "not yet");
		MvcTestResult again = this.asking.mvc().post().uri("/request?lang=de").params(form).exchange();
		assertThat(again).hasStatus(HttpStatus.OK);
		assertThat(page(again))
			.contains("Einrichtung beantragen", "value=\"not yet\"", "value=\"" + form.getFirst("submission") + "\"")
			.containsPattern("<option value=\"de\" lang=\"de\"\\s+selected")
			.doesNotContain("aria-invalid");
	}

	@Test
	void customerIsWrittenToInTheLanguageThatWasChosen() {
		assertThat(customerOf(this.asking.send(Asking.form("language", "de"))).language()).isEqualTo(Language.GERMAN);
	}

	@Test
	void noteMustHaveBeenRead() {
		MultiValueMap<String, String> form = Asking.form();
		form.remove("noteRead");
		MvcTestResult again = this.asking.send(form);
		assertThat(again).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(page(again)).contains("id=\"noteRead-error\"");
	}

	@Test
	void nothingAtAllIsAPageOfMistakes() {
		assertThat(this.asking.mvc().post().uri("/request").exchange()).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "<script>", "../../../../../../x" })
	void keyThatIsNoneIsReplaced(String key) {
		MvcTestResult sent = this.asking.send(Asking.form("submission", key));
		assertThat(sent).hasStatus(HttpStatus.SEE_OTHER);
		assertThat(sent.getResponse().getRedirectedUrl()).matches("/request/received/[A-Za-z0-9_-]{22}");
	}

	@Test
	void addressOneIsOnIsFilledInWithoutJudgingTheRest() {
		MultiValueMap<String, String> form = Asking.form("adminAddress", "");
		form.set("useMyAddress", "yes");
		form.set("tenant", "not yet");
		MvcTestResult again = this.asking.send(form, "2a00:1450:4001:812:0:0:0:200e");
		assertThat(again).hasStatus(HttpStatus.OK);
		assertThat(page(again)).containsPattern("id=\"adminAddress\"[^>]*value=\"2a00:1450:4001:812::200e\"")
			.containsPattern("id=\"adminAddress\"[^>]*autofocus")
			.contains("value=\"not yet\"")
			.doesNotContain("aria-invalid");
	}

	@Test
	void addressThatIsNotPublicIsNotOffered() {
		assertThat(page(getFrom("10.1.2.3"))).contains("10.1.2.3, which is not a public address")
			.doesNotContain("useMyAddress");
		assertThat(page(getFrom("198.51.100.20"))).contains("<code>198.51.100.20</code>", "name=\"useMyAddress\"");
		MultiValueMap<String, String> form = Asking.form("useMyAddress", "yes");
		assertThat(page(this.asking.send(form, "10.1.2.3")))
			.containsPattern("id=\"adminAddress\"[^>]*value=\"203.0.113.25\"");
	}

	@Test
	void everyNewPageHasAKeyOfItsOwnAndTheBackButtonFindsItAgain() {
		MvcTestResult page = getFrom(Asking.SOMEWHERE);
		assertThat(keyOf(page)).isNotEqualTo(keyOf(getFrom(Asking.SOMEWHERE)));
		assertThat(page.getResponse().getHeader(HttpHeaders.CACHE_CONTROL)).contains("private", "no-cache")
			.doesNotContain("no-store");
	}

	@Test
	void pageSentTwiceMakesOneOnboarding() {
		MultiValueMap<String, String> form = Asking.form();
		MvcTestResult first = this.asking.send(form);
		MvcTestResult second = this.asking.send(form);
		assertThat(second).hasStatus(HttpStatus.SEE_OTHER);
		assertThat(customerOf(second).reference()).isEqualTo(customerOf(first).reference());
		assertThat(this.lists.count(CustomerQuery.newest(form.getFirst("adminEmail"), 1))).isOne();
	}

	@Test
	void pageSentAgainWithSomethingElseIsNotTakenOver() {
		MultiValueMap<String, String> form = Asking.form();
		this.asking.send(form);
		form.set("tenant", UUID.randomUUID().toString());
		MvcTestResult second = this.asking.send(form);
		assertThat(second).hasStatus(HttpStatus.SEE_OTHER);
		assertThat(page(received(second))).contains("You have sent this request already");
		assertThat(this.lists.count(CustomerQuery.newest(form.getFirst("adminEmail"), 1))).isOne();
	}

	@Test
	void pageSentManyTimesAtOnceMakesOneOnboarding() throws Exception {
		MultiValueMap<String, String> form = Asking.form();
		List<MvcTestResult> sent = atOnce(12, () -> this.asking.send(form));
		assertThat(sent).allSatisfy(result -> assertThat(result).hasStatus(HttpStatus.SEE_OTHER));
		assertThat(sent.stream().map(result -> customerOf(result).reference()).collect(Collectors.toSet())).hasSize(1);
		assertThat(this.lists.count(CustomerQuery.newest(form.getFirst("adminEmail"), 1))).isOne();
	}

	@Test
	void pagesOfTheSameTenantSentAtOnceMakeOneOnboarding() throws Exception {
		String tenant = "c" + UUID.randomUUID() + ".example";
		List<MvcTestResult> sent = atOnce(8, () -> this.asking.send(Asking.form("tenant", tenant)));
		assertThat(sent.stream().map(result -> result.getResponse().getStatus()).sorted()).containsExactly(303, 409,
				409, 409, 409, 409, 409, 409);
		assertThat(this.lists.count(CustomerQuery.newest(tenant, 1))).isOne();
	}

	@Test
	void tenantThatIsOnboardingIsRefusedWithoutSayingWhoseItIs() {
		MultiValueMap<String, String> form = Asking.form();
		Customer other = customerOf(this.asking.send(form));
		MvcTestResult refused = this.asking.send(Asking.form("tenant", form.getFirst("tenant").toUpperCase()));
		assertThat(refused).hasStatus(HttpStatus.CONFLICT);
		assertThat(page(refused)).contains("id=\"tenant-error\">This tenant is being set up already")
			.doesNotContain(other.reference().value(), other.company(), other.administrator().email().value());
	}

	@Test
	void whoAsksTooOftenIsAskedToWaitAndKeepsWhatWasTyped() {
		MultiValueMap<String, String> form = Asking.form();
		exhaust(Caller.onPage(new CallerAddress("198.51.100.21"), this.settings.limits()).limits().get(0));
		MvcTestResult refused = this.asking.send(form, "198.51.100.21");
		assertThat(refused).hasStatus(HttpStatus.TOO_MANY_REQUESTS);
		assertThat(Integer.parseInt(refused.getResponse().getHeader(HttpHeaders.RETRY_AFTER))).isBetween(1, 3600);
		assertThat(page(refused)).contains("There were too many requests",
				"value=\"" + form.getFirst("company") + "\"");
		assertThat(this.lists.count(CustomerQuery.newest(form.getFirst("adminEmail"), 1))).isZero();
		assertThat(this.asking.send(form, "198.51.100.22")).hasStatus(HttpStatus.SEE_OTHER);
	}

	@Test
	void mistakesAreNotCountedAsRequests() {
		Limit limit = Caller.onPage(new CallerAddress("198.51.100.23"), this.settings.limits()).limits().get(0);
		exhaust(limit);
		this.limits.giveBack(List.of(limit));
		for (int typo = 0; typo < 3; typo++) {
			assertThat(this.asking.send(Asking.form("tenant", "typo"), "198.51.100.23"))
				.hasStatus(HttpStatus.BAD_REQUEST);
		}
		assertThat(this.asking.send(Asking.form(), "198.51.100.23")).hasStatus(HttpStatus.SEE_OTHER);
		assertThat(this.asking.send(Asking.form(), "198.51.100.23")).hasStatus(HttpStatus.TOO_MANY_REQUESTS);
	}

	@Test
	void sendingTheSamePageAgainIsNotCountedEither() {
		MultiValueMap<String, String> form = Asking.form();
		Limit limit = Caller.onPage(new CallerAddress("198.51.100.24"), this.settings.limits()).limits().get(0);
		exhaust(limit);
		this.limits.giveBack(List.of(limit));
		assertThat(this.asking.send(form, "198.51.100.24")).hasStatus(HttpStatus.SEE_OTHER);
		assertThat(this.asking.send(form, "198.51.100.24")).hasStatus(HttpStatus.SEE_OTHER);
	}

	@Test
	void evenMistakesMayNotBeSentEndlessly() {
		exhaust(new Limit("post", "198.51.100.25", this.settings.limits().postsPerAddress(),
				this.settings.limits().period()));
		assertThat(this.asking.send(Asking.form("tenant", "typo"), "198.51.100.25"))
			.hasStatus(HttpStatus.TOO_MANY_REQUESTS);
	}

	private void exhaust(Limit limit) {
		while (this.limits.take(List.of(limit)).isEmpty()) {
			assertThat(limit.most()).isPositive();
		}
	}

	private MvcTestResult get(String path) {
		return this.asking.mvc().get().uri(path).exchange();
	}

	private MvcTestResult getFrom(String address) {
		return this.asking.mvc().get().uri("/request").with(request -> Asking.comingFrom(request, address)).exchange();
	}

	private MvcTestResult received(MvcTestResult sent) {
		return get(sent.getResponse().getRedirectedUrl());
	}

	private Customer customerOf(MvcTestResult sent) {
		Matcher found = REFERENCE.matcher(page(received(sent)));
		assertThat(found.find()).isTrue();
		return this.customers.require(CustomerReference.of(found.group(1)));
	}

	private static String keyOf(MvcTestResult page) {
		Matcher found = Pattern.compile("name=\"submission\" value=\"([A-Za-z0-9_-]{22})\"").matcher(page(page));
		assertThat(found.find()).isTrue();
		return found.group(1);
	}

	private static String page(MvcTestResult result) {
		try {
			return result.getResponse().getContentAsString();
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static <T> List<T> atOnce(int times, Callable<T> act) throws Exception {
		ExecutorService people = Executors.newFixedThreadPool(times);
		try {
			List<T> results = new ArrayList<>();
			for (Future<T> result : people.invokeAll(Collections.nCopies(times, act))) {
				results.add(result.get());
			}
			return results;
		}
		finally {
			people.shutdownNow();
		}
	}

}
