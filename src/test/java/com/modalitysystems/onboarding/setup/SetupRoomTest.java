package com.modalitysystems.onboarding.setup;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Facts;
import com.modalitysystems.onboarding.customer.IssuedValues;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.Permission;
import com.modalitysystems.onboarding.customer.SetupLinks;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.Tenant;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.customer.UsualTimes;
import com.modalitysystems.onboarding.customer.WaitingFor;
import com.modalitysystems.onboarding.process.Onboarding;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.atLeast;

/**
 * The whole house with the set-up room's one port mocked, and customers to put into it.
 */
@HouseTest
@TestPropertySource(properties = "onboarding.previous-link-secret=" + SetupRoomTest.PREVIOUS_SECRET)
abstract class SetupRoomTest {

	static final String PREVIOUS_SECRET = "the-secret-of-last-year-which-was-long";

	static final IssuedValues VALUES = new IssuedValues("contoso@videosrv.net",
			"https://px-eu.videosrv.net/teams/?conf={ConfId}&ivr=contoso&d=videosrv.net&prefix=contoso.&w",
			"2b6f4c1e-8a3d-4f7b-9c25-51e0d7a8b3f6");

	private final HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

	@Autowired
	Customers customers;

	@Autowired
	Facts facts;

	@Autowired
	Trail trail;

	@Autowired
	SetupLinks links;

	@MockitoBean
	Onboarding onboarding;

	@MockitoBean
	UsualTimes usualTimes;

	@LocalServerPort
	int port;

	@BeforeEach
	void theConsentPageLeadsBack() {
		given(this.onboarding.consentLeadsBack()).willReturn(true);
	}

	/** Whatever the process was asked, nothing was done. */
	void assertNothingWasDone() {
		then(this.onboarding).should(atLeast(0)).consentLeadsBack();
		then(this.onboarding).shouldHaveNoMoreInteractions();
	}

	/** A new customer at this stage. */
	Customer customerAt(Stage stage) {
		return customerAt(stage, WaitingFor.customer);
	}

	Customer customerAt(Stage stage, WaitingFor waitingFor) {
		CustomerReference reference = this.customers.add(request(UUID.randomUUID().toString()).accept()).reference();
		Customer added = this.customers.require(reference);
		this.customers.tenantFound(reference,
				new Tenant(added.requireTenantId(), "Contoso, Ltd", "contoso.onmicrosoft.com"), true);
		this.customers.enter(reference, stage, waitingFor);
		return this.customers.require(reference);
	}

	Customer customerWithValuesAt(Stage stage) {
		Customer customer = customerAt(stage);
		issueValues(customer);
		return this.customers.require(customer.reference());
	}

	void issueValues(Customer customer) {
		String name = customer.reference().value().toLowerCase(Locale.ROOT);
		this.customers.issued(customer.reference(),
				new IssuedValues(name + "@videosrv.net", VALUES.instructionUri(), VALUES.trustedApplicationId()));
	}

	static OnboardingRequest request(String tenant) {
		return new OnboardingRequest("Contoso Ltd", tenant, "DE", "Anna Berg", "anna.berg@contoso.com", "20.30.40.50",
				null, null, null);
	}

	/** What the tenant said, with this answer for the permissions named. */
	static Consent consent(Consent.Outcome outcome, Consent.Item others, Permission... granted) {
		Map<Permission, Consent.Item> items = Arrays.stream(Permission.values())
			.collect(Collectors.toMap(Function.identity(),
					permission -> Arrays.asList(granted).contains(permission) ? Consent.Item.granted : others));
		return new Consent(outcome, items, Instant.parse("2026-11-20T10:00:00Z"));
	}

	String base() {
		return "http://localhost:" + this.port;
	}

	String room(Customer customer) {
		return "/setup/" + this.links.token(customer.link());
	}

	HttpResponse<String> get(String path) {
		return send(requestTo(path).GET().build());
	}

	/** What somebody sees whose browser says this. */
	HttpResponse<String> get(String path, String header, String value) {
		return send(requestTo(path).header(header, value).GET().build());
	}

	/** What somebody sees who comes from this address, through a proxy of ours. */
	String getFrom(String address, String path) {
		return send(requestTo(path).header("X-Forwarded-For", address).GET().build()).body();
	}

	HttpResponse<String> send(String method, String path) {
		return send(requestTo(path).method(method, BodyPublishers.noBody()).build());
	}

	HttpResponse<String> post(String path, Map<String, String> form) {
		String body = form.entrySet()
			.stream()
			.map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return post(path, "application/x-www-form-urlencoded", body);
	}

	HttpResponse<String> post(String path, String type, String body) {
		return send(requestTo(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)).build());
	}

	/** What a program posts. */
	HttpResponse<String> postJson(String path, String json) {
		return send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(json))
			.build());
	}

	private HttpRequest.Builder requestTo(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path)).header("Accept", "text/html");
	}

	private HttpResponse<String> send(HttpRequest request) {
		try {
			return this.http.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
