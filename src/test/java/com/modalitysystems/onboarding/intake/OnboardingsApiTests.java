package com.modalitysystems.onboarding.intake;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.CustomerLists;
import com.modalitysystems.onboarding.customer.CustomerQuery;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.LinkId;
import com.modalitysystems.onboarding.customer.IssuedValues;
import com.modalitysystems.onboarding.customer.Permission;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.WaitingFor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@HouseTest
class OnboardingsApiTests {

	private static final String SUCCESSOR = """
			{"adminName": "Bea Ruiz", "adminEmail": "bea@contoso.com"}""";

	@Autowired
	private WebApplicationContext house;

	@Autowired
	private Customers customers;

	@Autowired
	private CustomerLists lists;

	@Autowired
	private ObjectMapper json;

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
	void onboardingBeginsAndCanBeFollowed() {
		MvcTestResult begun = this.asking.call("", Asking.order("Contoso.example"));
		assertThat(begun).hasStatus(HttpStatus.CREATED);
		JsonNode receipt = body(begun);
		String reference = receipt.get("reference").asText();
		assertThat(reference).matches("OM-[2-9A-Z]{6}");
		assertThat(receipt.get("state").asText()).isEqualTo("requested");
		assertThat(receipt.get("externalReference").asText()).isEqualTo("PO-4711");
		assertThat(begun.getResponse().getHeader(HttpHeaders.LOCATION)).isEqualTo("/api/onboardings/" + reference);
		JsonNode one = body(this.asking.read("/" + reference));
		assertThat(one.get("tenant").asText()).isEqualTo("contoso.example");
		assertThat(one.get("adminAddress").asText()).isEqualTo("203.0.113.25");
		assertThat(one.get("language").asText()).isEqualTo("en");
		assertThat(one.has("state")).isTrue();
		assertThat(one.has("waitingFor")).isTrue();
		assertThat(one.get("since").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
		JsonNode trail = body(this.asking.read("/" + reference + "/trail"));
		assertThat(trail.get(0).get("what").asText()).isEqualTo("onboardingRequested");
		assertThat(trail.get(0).get("actor").asText()).isEqualTo("staff:shop");
	}

	@Test
	void receiptTellsNothingOfPersons() {
		assertThat(body(this.asking.call("", Asking.order())).fieldNames()).toIterable()
			.containsExactlyInAnyOrder("reference", "state", "waitingFor", "since", "requestedAt", "externalReference");
	}

	@Test
	void wishForATenantKeyIsKept() {
		String order = Asking.order().replace("\"PO-4711\"", "\"PO-4711\", \"keyWish\": \"Contoso-EU\"");
		String reference = body(this.asking.call("", order)).get("reference").asText();
		assertThat(body(this.asking.read("/" + reference)).get("keyWish").asText()).isEqualTo("contoso-eu");
		MvcTestResult refused = this.asking.call("", order.replace("Contoso-EU", "contoso@videosrv.net"));
		assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(body(refused).at("/errors/0/field").asText()).isEqualTo("keyWish");
		assertThat(body(refused).at("/errors/0/message").asText()).contains("Leave out the @");
	}

	@Test
	void referenceIsReadHoweverItIsSpelled() {
		String reference = begin();
		assertThat(body(this.asking.read("/" + reference.toLowerCase())).get("reference").asText())
			.isEqualTo(reference);
	}

	@Test
	void consentAndIssuedValuesAreToldItemByItem() {
		String reference = begin();
		CustomerReference customer = CustomerReference.of(reference);
		assertThat(body(this.asking.read("/" + reference)).has("consent")).isFalse();
		this.customers.consentSeen(customer,
				new Consent(
						Consent.Outcome.incomplete, Map.of(Permission.CALLS_ACCESS_MEDIA, Consent.Item.granted,
								Permission.USER_READ, Consent.Item.notCheckable),
						Instant.parse("2026-01-02T03:04:05Z")));
		this.customers.issued(customer, new IssuedValues(reference + "@videosrv.net", "https://x/{ConfId}", "app"));
		JsonNode one = body(this.asking.read("/" + reference));
		assertThat(one.at("/consent/outcome").asText()).isEqualTo("incomplete");
		assertThat(one.at("/consent/lookedAt").asText()).isEqualTo("2026-01-02T03:04:05Z");
		assertThat(one.at("/consent/items/0").toString()).isEqualTo("""
				{"permission":"Calls.AccessMedia.All","id":"a7a681dc-756e-4909-b988-f160edc6655f","delegated":false,\
				"state":"granted"}""");
		assertThat(one.at("/consent/items/1/state").asText()).isEqualTo("notCheckable");
		assertThat(one.at("/issued/tenantKey").asText()).isEqualTo(reference + "@videosrv.net");
		assertThat(one.at("/issued/instructionUri").asText()).isEqualTo("https://x/{ConfId}");
	}

	@Test
	void mistakesAreNamedInALanguageThatTheCallerAccepts() {
		JsonNode problem = body(this.asking.callIn("fr-CA, en;q=0.5", "{\"company\": \" \"}"));
		assertThat(problem.get("title").asText()).isEqualTo("La demande contient des erreurs");
		assertThat(problem.at("/errors/0/message").asText()).isEqualTo("Saisissez le nom de l’entreprise.");
	}

	@Test
	void allMistakesAreNamedAtTheirFields() {
		MvcTestResult refused = this.asking.call("",
				"""
						{"company": " ", "tenant": "10.0.0.1", "adminName": "Anna", "adminEmail": "a@b", "adminAddress": "10.0.0.1"}""");
		assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		JsonNode problem = body(refused);
		assertThat(problem.get("status").asInt()).isEqualTo(400);
		assertThat(problem.get("title").asText()).isNotEmpty();
		assertThat(problem.get("errors").toString()).isEqualTo(
				"""
						[{"field":"company","message":"Enter the name of the company."},\
						{"field":"tenant","message":"This is not a domain. Enter it as in contoso.com, without https:// and without \
						an e-mail name."},{"field":"adminEmail","message":"This is not an e-mail address. Enter it as in \
						anna.berg@contoso.com, without a name around it."},{"field":"adminAddress","message":"This address works \
						only inside a private network. Enter the public address that the internet sees."}]""");
	}

	@Test
	void unknownFieldsAreNamed() {
		MvcTestResult refused = this.asking.call("",
				Asking.order().replaceFirst("\\{", "{\"adminMail\": \"x\", \"colour\": {\"red\": 1}, "));
		assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(body(refused).get("errors").findValuesAsText("field")).containsExactly("adminMail", "colour");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "5", "{", "{\"company\": \"x\"", "<xml/>" })
	void bodyThatIsNoObjectIsRefused(String body) {
		MvcTestResult refused = this.asking.call("", body);
		assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(body(refused).get("errors")).isEmpty();
	}

	@Test
	void fieldOfTheWrongShapeIsNamed() {
		MvcTestResult refused = this.asking.call("", Asking.order().replace("\"Contoso\"", "{\"name\": \"Contoso\"}"));
		assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(body(refused).get("errors").findValuesAsText("field")).containsExactly("company");
	}

	@Test
	void bodyThatIsNotJsonIsRefused() {
		MvcTestResult refused = this.asking.mvc()
			.post()
			.uri("/api/onboardings")
			.contentType(MediaType.TEXT_PLAIN)
			.content("x")
			.with(user("shop").authorities(new SimpleGrantedAuthority("onboarding-api")))
			.exchange();
		assertThat(refused).hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void tenantThatIsOnboardingIsRefusedWithItsReference() {
		String tenant = UUID.randomUUID().toString();
		String reference = body(this.asking.call("", Asking.order(tenant))).get("reference").asText();
		MvcTestResult refused = this.asking.call("", Asking.order(tenant.toUpperCase()));
		assertThat(refused).hasStatus(HttpStatus.CONFLICT).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(body(refused).get("reference").asText()).isEqualTo(reference);
	}

	@Test
	void sameKeyAndBodyGetTheFirstAnswerAgain() {
		String order = Asking.order();
		String key = UUID.randomUUID().toString();
		MvcTestResult first = this.asking.order(order, key);
		this.customers.enter(CustomerReference.of(body(first).get("reference").asText()), Stage.awaitingApproval,
				WaitingFor.staff);
		MvcTestResult again = this.asking.order(order.replace("\"company\": ", "\"company\":   "), key);
		assertThat(again).hasStatus(HttpStatus.CREATED);
		assertThat(body(again)).isEqualTo(body(first));
		assertThat(again.getResponse().getHeader(HttpHeaders.LOCATION))
			.isEqualTo(first.getResponse().getHeader(HttpHeaders.LOCATION));
	}

	@Test
	void sameKeyWithAnotherBodyIsRefused() {
		String key = UUID.randomUUID().toString();
		this.asking.order(Asking.order(), key);
		String other = UUID.randomUUID().toString();
		MvcTestResult refused = this.asking.order(Asking.order(other), key);
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(this.lists.count(CustomerQuery.newest(other, 1))).isZero();
	}

	@Test
	void keysOfDifferentUsersDoNotMeet() {
		String key = UUID.randomUUID().toString();
		String one = body(this.asking.call("", Asking.order(), key, "shop")).get("reference").asText();
		String other = body(this.asking.call("", Asking.order(), key, "crm")).get("reference").asText();
		assertThat(one).isNotEqualTo(other);
	}

	@Test
	void keyOfARefusedRequestMayBeUsedAgain() {
		String key = UUID.randomUUID().toString();
		String tenant = UUID.randomUUID().toString();
		String other = body(this.asking.call("", Asking.order(tenant))).get("reference").asText();
		String order = Asking.order(tenant);
		assertThat(this.asking.order(order, key)).hasStatus(HttpStatus.CONFLICT);
		assertThat(this.asking.order(order.replace("Anna Berg", ""), key)).hasStatus(HttpStatus.BAD_REQUEST);
		stop(other);
		assertThat(this.asking.order(order, key)).hasStatus(HttpStatus.CREATED);
	}

	@Test
	void sameKeySentManyTimesAtOnceBeginsOneOnboarding() throws Exception {
		String order = Asking.order();
		String key = UUID.randomUUID().toString();
		ExecutorService callers = Executors.newFixedThreadPool(12);
		try {
			List<Future<MvcTestResult>> answers = callers
				.invokeAll(Collections.nCopies(12, () -> this.asking.order(order, key)));
			JsonNode first = body(answers.get(0).get());
			for (Future<MvcTestResult> answer : answers) {
				assertThat(answer.get()).hasStatus(HttpStatus.CREATED);
				assertThat(body(answer.get())).isEqualTo(first);
			}
		}
		finally {
			callers.shutdownNow();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "schlüssel" })
	void keyThatIsNoneIsRefused(String key) {
		MvcTestResult refused = this.asking.order(Asking.order(), key);
		assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(body(refused).get("errors").findValuesAsText("field")).containsExactly("Idempotency-Key");
	}

	@Test
	void longKeyIsRefused() {
		assertThat(this.asking.order(Asking.order(), "k".repeat(200))).hasStatus(HttpStatus.CREATED);
		assertThat(this.asking.order(Asking.order(), "k".repeat(201))).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void listIsNewestFirstAndTellsHowManyThereAre() {
		String word = "w" + UUID.randomUUID().toString().replace("-", "");
		List<String> references = List.of("a", "b", "c")
			.stream()
			.map(name -> body(this.asking.call("", Asking.order(name + "." + word + ".example"))).get("reference")
				.asText())
			.toList();
		JsonNode first = body(this.asking.read("?size=2&q=" + word.toUpperCase()));
		assertThat(first.get("total").asInt()).isEqualTo(3);
		assertThat(first.get("items").findValuesAsText("reference")).containsExactly(references.get(2),
				references.get(1));
		assertThat(body(this.asking.read("?size=2&page=1&q=" + word)).get("items").findValuesAsText("reference"))
			.containsExactly(references.get(0));
		stop(references.get(1));
		JsonNode stopped = body(this.asking.read("?state=cancelled&q=" + word));
		assertThat(stopped.get("total").asInt()).isOne();
		assertThat(stopped.at("/items/0/reference").asText()).isEqualTo(references.get(1));
		assertThat(stopped.at("/items/0").has("adminEmail")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "state=asleep, state", "page=-1, page", "page=x, page", "size=0, size", "size=201, size",
			"size=99999999999, size", "q=a%00b, q", "page=-1&size=0, page size" })
	void parameterThatCannotBeReadIsNamed(String query, String fields) {
		MvcTestResult refused = this.asking.mvc()
			.get()
			.uri(URI.create("/api/onboardings?" + query))
			.with(user("shop").authorities(new SimpleGrantedAuthority("onboarding-api")))
			.exchange();
		assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(body(refused).get("errors").findValuesAsText("field")).containsExactly(fields.split(" "));
	}

	@Test
	void lastPageIsFarAwayAndEmpty() {
		assertThat(body(this.asking.read("?page=2147483647&size=200")).get("items")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/OM-222222", "/OM-222222/trail", "/nonsense", "/OM-1" })
	void unknownReferenceIsNotFound(String path) {
		MvcTestResult refused = this.asking.read(path);
		assertThat(refused).hasStatus(HttpStatus.NOT_FOUND).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/OM-222222/cancel", "/OM-222222/resend", "/nonsense/cancel" })
	void nothingCanBeDoneToAnUnknownReference(String path) {
		assertThat(this.asking.call(path, "{\"reason\": \"x\"}")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void onboardingIsStoppedOnceWithAReason() {
		String reference = begin();
		stop(reference);
		MvcTestResult refused = this.asking.call("/" + reference + "/cancel", "{\"reason\": \"Once more.\"}");
		assertThat(refused).hasStatus(HttpStatus.CONFLICT).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(body(refused).get("state").asText()).isEqualTo("cancelled");
		assertThat(body(this.asking.read("/" + reference)).get("reason").asText()).isEqualTo("Order withdrawn.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"reason\": null}", "{\"reason\": \" \"}", "{\"reason\": \"a\\u0000b\"}" })
	void onboardingIsNotStoppedWithoutAReason(String body) {
		String reference = begin();
		MvcTestResult refused = this.asking.call("/" + reference + "/cancel", body);
		assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(body(refused).get("errors").findValuesAsText("field")).containsExactly("reason");
		assertThat(body(this.asking.read("/" + reference + "/trail")).findValuesAsText("what"))
			.doesNotContain("cancellationRequested");
	}

	@Test
	void letterIsSentAgainEvenThatOfAnEnd() {
		String reference = begin();
		assertThat(this.asking.call("/" + reference + "/resend")).hasStatus(HttpStatus.ACCEPTED);
		stop(reference);
		assertThat(this.asking.call("/" + reference + "/resend")).hasStatus(HttpStatus.ACCEPTED);
		assertThat(body(this.asking.read("/" + reference + "/trail")).findValuesAsText("what"))
			.containsSubsequence("letterSentAgain", "cancellationRequested", "letterSentAgain");
	}

	@Test
	void timeZoneMayBeNamedInTheOrder() {
		String order = Asking.order();
		String reference = body(this.asking.call("",
				order.replaceFirst("\\{", "{\"country\": \"US\", \"timeZone\": \"America/Denver\", ")))
			.get("reference")
			.asText();
		assertThat(body(this.asking.read("/" + reference)).at("/toCome/timeZone").asText()).isEqualTo("America/Denver");
		MvcTestResult refused = this.asking.call("", Asking.order().replaceFirst("\\{", "{\"timeZone\": \"Denver\", "));
		assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(body(refused).get("errors").findValuesAsText("field")).containsExactly("timeZone");
	}

	@Test
	void whatComesByItselfIsForetold() {
		String reference = begin();
		stop(reference);
		assertThat(body(this.asking.read("/" + reference)).at("/toCome/steps")).isEmpty();
		this.customers.enter(CustomerReference.of(reference), Stage.awaitingConsent, WaitingFor.customer);
		JsonNode waiting = body(this.asking.read("/" + reference));
		JsonNode toCome = waiting.get("toCome");
		assertThat(toCome.get("timeZone").asText()).isEqualTo("Europe/London");
		assertThat(toCome.has("reminderRest")).isFalse();
		assertThat(toCome.get("steps").findValuesAsText("kind")).containsExactly("consentReminder", "consentReminder",
				"consentReminder", "consentReminder", "call", "expiry");
		Instant end = Instant.parse(waiting.get("since").asText()).plus(Duration.ofDays(30));
		assertThat(Instant.parse(toCome.at("/steps/5/at").asText())).as("in the next business hours")
			.isBetween(end, end.plus(Duration.ofDays(5)));
		this.customers.waitFor(CustomerReference.of(reference), WaitingFor.staff);
		assertThat(body(this.asking.read("/" + reference)).at("/toCome/reminderRest").asText()).isEqualTo("ourTurn");
	}

	@Test
	void noLetterIsSentAgainWhileNoneIsDue() {
		String reference = begin();
		stop(reference);
		this.customers.enter(CustomerReference.of(reference), Stage.provisioning, WaitingFor.nobody);
		MvcTestResult refused = this.asking.call("/" + reference + "/resend");
		assertThat(refused).hasStatus(HttpStatus.CONFLICT).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(body(refused).get("state").asText()).isEqualTo("provisioning");
		assertThat(body(this.asking.read("/" + reference + "/trail")).findValuesAsText("what"))
			.doesNotContain("letterSentAgain");
	}

	@Test
	void linkIsReplacedWhileTheOnboardingIsOpen() {
		String reference = begin();
		LinkId before = this.customers.require(CustomerReference.of(reference)).link();
		assertThat(this.asking.call("/" + reference + "/link")).hasStatus(HttpStatus.ACCEPTED);
		LinkId after = this.customers.require(CustomerReference.of(reference)).link();
		assertThat(after).isNotEqualTo(before);
		stop(reference);
		assertThat(this.asking.call("/" + reference + "/link")).hasStatus(HttpStatus.CONFLICT)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(this.customers.require(CustomerReference.of(reference)).link()).isEqualTo(after);
		assertThat(body(this.asking.read("/" + reference + "/trail")).findValuesAsText("what"))
			.containsOnlyOnce("linkReplaced");
	}

	@Test
	void requestIsCorrectedUntilItIsApproved() {
		String reference = begin();
		MvcTestResult refused = correct(reference, "{\"adminEmail\": \"ada\", \"company\": \"Contoso AG\"}");
		assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(body(refused).get("errors").findValuesAsText("field")).containsExactly("adminEmail");
		assertThat(body(correct(reference, "{\"tenantName\": \"x\"}")).get("errors").findValuesAsText("field"))
			.containsExactly("tenantName");
		await("until the tenant was looked up").untilAsserted(
				() -> assertThat(correct(reference, "{\"company\": \"Contoso AG\"}")).hasStatus(HttpStatus.ACCEPTED)
					.bodyJson()
					.extractingPath("$.company")
					.isEqualTo("Contoso AG"));
		assertThat(this.asking.call("/" + reference + "/hand-over", SUCCESSOR)).as("not approved yet")
			.hasStatus(HttpStatus.CONFLICT);
		stop(reference);
		assertThat(correct(reference, "{\"company\": \"Contoso\"}")).hasStatus(HttpStatus.CONFLICT)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(body(this.asking.read("/" + reference + "/trail")).findValuesAsText("what"))
			.containsOnlyOnce("requestCorrected");
	}

	private MvcTestResult correct(String reference, String body) {
		return this.asking.call("/" + reference + "/correct", body);
	}

	@Test
	void onboardingIsHandedOverOnceItIsApproved() {
		String reference = begin();
		stop(reference);
		this.customers.enter(CustomerReference.of(reference), Stage.awaitingSetup, WaitingFor.customer);
		assertThat(body(this.asking.call("/" + reference + "/hand-over", "{}")).get("errors").findValuesAsText("field"))
			.containsExactly("adminName", "adminEmail");
		MvcTestResult handedOver = this.asking.call("/" + reference + "/hand-over", SUCCESSOR);
		assertThat(handedOver).hasStatus(HttpStatus.ACCEPTED);
		assertThat(body(handedOver).get("adminEmail").asText()).isEqualTo("bea@contoso.com");
		assertThat(this.asking.call("/" + reference + "/renew")).as("not expired").hasStatus(HttpStatus.CONFLICT);
	}

	@Test
	void oneRecipientIsNotNamedTooOften() {
		String order = Asking.order();
		String recipient = body(order).get("adminEmail").asText();
		Limit limit = new Limit("recipient", recipient, this.settings.limits().perRecipient(),
				this.settings.limits().period());
		while (this.limits.take(List.of(limit)).isEmpty()) {
			assertThat(limit.most()).isPositive();
		}
		String spelledAnew = recipient.replace("anna@", "Anna+7@");
		MvcTestResult refused = this.asking.call("", order.replace(recipient, spelledAnew));
		assertThat(refused).hasStatus(HttpStatus.TOO_MANY_REQUESTS).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(Integer.parseInt(refused.getResponse().getHeader(HttpHeaders.RETRY_AFTER))).isBetween(1, 3600);
		assertThat(this.lists.count(CustomerQuery.newest(recipient, 1))).isZero();
	}

	@Test
	void apiIsForThoseWhoMayUseIt() {
		assertThat(this.asking.mvc().get().uri("/api/onboardings").exchange()).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(this.asking.mvc().get().uri("/api/onboardings").with(user("somebody")).exchange())
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	private void stop(String reference) {
		MvcTestResult stopped = this.asking.call("/" + reference + "/cancel", "{\"reason\": \"Order withdrawn.\"}");
		assertThat(stopped).hasStatus(HttpStatus.ACCEPTED);
		assertThat(body(stopped).get("reason").asText()).isEqualTo("Order withdrawn.");
		await().atMost(Duration.ofSeconds(60))
			.until(() -> body(this.asking.read("/" + reference)).get("state").asText().equals("cancelled"));
	}

	private String begin() {
		return body(this.asking.call("", Asking.order())).get("reference").asText();
	}

	private JsonNode body(MvcTestResult result) {
		try {
			return body(result.getResponse().getContentAsString());
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private JsonNode body(String text) {
		try {
			return this.json.readTree(text);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
