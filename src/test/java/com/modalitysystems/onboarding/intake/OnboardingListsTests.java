package com.modalitysystems.onboarding.intake;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.WaitingFor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
class OnboardingListsTests {

	private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

	@Autowired
	private WebApplicationContext house;

	@Autowired
	private Customers customers;

	@Autowired
	private OnboardingLists lists;

	@Autowired
	private ApiProblems problems;

	@Autowired
	private Limits limits;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ObjectMapper json;

	private Asking asking;

	private CustomerReference beta;

	private CustomerReference alpha;

	private CustomerReference gamma;

	@BeforeEach
	void threeCustomers() {
		this.asking = new Asking(this.house);
		this.beta = customer("beta", Stage.awaitingConsent, WaitingFor.customer);
		this.alpha = customer("Alpha", Stage.awaitingApproval, WaitingFor.staff);
		this.gamma = customer("gamma", Stage.awaitingSetup, WaitingFor.customer);
	}

	@Test
	void listHoldsThoseWhoWaitForSomebody() throws Exception {
		assertThat(references(read("?waitingFor=customer&q=" + this.word))).containsExactly(this.gamma, this.beta);
		assertThat(references(read("?waitingFor=customer&state=awaitingSetup&q=" + this.word)))
			.containsExactly(this.gamma);
	}

	@ParameterizedTest
	@CsvSource({ "newest, gamma Alpha beta", "oldest, beta Alpha gamma", "company, Alpha beta gamma",
			"waitingLongest, gamma Alpha beta", "changedLast, beta Alpha gamma" })
	void listIsInTheOrderThatIsAskedFor(String order, String companies) throws Exception {
		List.of(this.gamma, this.alpha, this.beta).forEach(this::changedNow);
		assertThat(read("?sort=" + order + "&q=" + this.word).get("items").findValuesAsText("company"))
			.containsExactly(companies.split(" "));
	}

	@Test
	void addressOfACallHoldsNoEMailAddressAndABodyDoes() throws Exception {
		String email = "anna@beta." + this.word + ".example";
		MvcTestResult refused = this.asking.read("?q=" + email);
		assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(body(refused).at("/errors/0/message").asText()).contains("POST /api/onboardings/search");
		assertThat(this.asking.read("/export?q=" + email)).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(references(body(this.asking.call("/search", "{\"q\":\"" + email + "\"}"))))
			.containsExactly(this.beta);
	}

	@Test
	void bodyOfASearchIsReadLikeTheQuery() throws Exception {
		JsonNode page = body(this.asking.call("/search",
				"{\"q\":\"%s\",\"waitingFor\":\"customer\",\"sort\":\"oldest\",\"page\":1,\"size\":1}"
					.formatted(this.word)));
		assertThat(references(page)).containsExactly(this.gamma);
		assertThat(page.get("total").asInt()).isEqualTo(2);
		assertThat(this.asking.call("/search", "{\"size\":201}")).hasStatus(HttpStatus.BAD_REQUEST);
		MvcTestResult refused = this.asking.call("/search", "{\"sort\":\"upwards\"}");
		assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(body(refused).at("/errors/0/field").asText()).isEqualTo("sort");
	}

	@Test
	void fileHoldsAllOfThemAndNoFormula() throws Exception {
		CustomerReference evil = customer("=HYPERLINK(\"http://evil.example\",\"Contoso\")", Stage.requested,
				WaitingFor.nobody);
		MvcTestResult file = this.asking.read("/export?size=1&sort=company&q=" + this.word);
		assertThat(file).hasStatus(HttpStatus.OK).hasContentTypeCompatibleWith(MediaType.valueOf("text/csv"));
		assertThat(file.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION)).contains("onboardings.csv");
		List<String> rows = file.getResponse().getContentAsString().lines().toList();
		assertThat(rows).hasSize(5);
		assertThat(rows.get(0)).isEqualTo(OnboardingsFile.EXAMPLE.lines().findFirst().orElseThrow());
		assertThat(rows)
			.anyMatch(row -> row.startsWith(this.alpha + ",awaitingApproval,staff,")
					&& row.contains(",Alpha,alpha." + this.word + ".example,") && row.contains(",'=PO-4711,"))
			.anyMatch(row -> row.startsWith(evil.value())
					&& row.contains(",\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"Contoso\"\")\","));
	}

	@Test
	void userWhoCallsTooOftenWaitsAndTheOthersDoNot() {
		IntakeSettings settings = new IntakeSettings(Duration.ofDays(1),
				new IntakeSettings.Limits(Duration.ofHours(1), 1, 1, 1, 1, 2, 1));
		MockMvcTester mvc = MockMvcTester.create(MockMvcBuilders.standaloneSetup(this.lists)
			.setControllerAdvice(this.problems)
			.addInterceptors(new CallsPerUser(this.limits, settings))
			.build());
		for (int call = 0; call < 2; call++) {
			assertThat(mvc.get().uri("/api/onboardings?size=1").principal(() -> this.word)).hasStatus(HttpStatus.OK);
		}
		MvcTestResult refused = mvc.get().uri("/api/onboardings?size=1").principal(() -> this.word).exchange();
		assertThat(refused).hasStatus(HttpStatus.TOO_MANY_REQUESTS);
		assertThat(Integer.parseInt(refused.getResponse().getHeader(HttpHeaders.RETRY_AFTER))).isBetween(1, 30);
		assertThat(mvc.get().uri("/api/onboardings?size=1").principal(() -> "other" + this.word))
			.hasStatus(HttpStatus.OK);
	}

	@Test
	void eachCallOfTheApiIsCounted() {
		this.jdbc.sql("delete from request_limit where key like 'call:%'").update();
		this.asking.read("?size=1");
		assertThat(this.jdbc.sql("select count(*) from request_limit where key like 'call:100000/PT1M:%'")
			.query(Long.class)
			.single()).isOne();
	}

	private CustomerReference customer(String name, Stage stage, WaitingFor waitingFor) {
		String domain = (name.matches("\\w+") ? name : "other") + "." + this.word + ".example";
		CustomerReference reference = this.customers
			.add(new OnboardingRequest(name, domain, "DE", "Anna Berg", "anna@" + domain, "81.2.69.160", null, "en",
					"=PO-4711")
				.accept())
			.reference();
		this.customers.enter(reference, stage, waitingFor);
		return reference;
	}

	private void changedNow(CustomerReference reference) {
		this.jdbc.sql("update customer set since = clock_timestamp() where reference = :reference")
			.param("reference", reference.value())
			.update();
	}

	private JsonNode read(String query) throws Exception {
		return body(this.asking.read(query));
	}

	private JsonNode body(MvcTestResult result) throws Exception {
		return this.json.readTree(result.getResponse().getContentAsString());
	}

	private static List<CustomerReference> references(JsonNode list) {
		return list.get("items").findValuesAsText("reference").stream().map(CustomerReference::new).toList();
	}

}
