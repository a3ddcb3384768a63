package com.modalitysystems.onboarding.conference;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.database.Ledger;
import com.modalitysystems.onboarding.http.HttpClients;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@HouseTest
class PexipPlatformIntegrationTests extends ConferencePlatformContract {

	private static final Duration PATIENCE = Duration.ofSeconds(15);

	@Autowired
	private ConferencePlatform platform;

	@Autowired
	private PexipApi pexip;

	@Autowired
	private HttpClients http;

	@Autowired
	private Customers customers;

	@Autowired
	private Ledger ledger;

	@Autowired
	private Clock clock;

	@Autowired
	private Environment environment;

	private RestClient sandbox;

	@BeforeEach
	void sandbox() {
		this.sandbox = RestClient.create(this.environment.getRequiredProperty("sandbox.url"));
	}

	@AfterEach
	void noFaults() {
		this.sandbox.delete().uri("/faults").retrieve().toBodilessEntity();
	}

	@Override
	String company() {
		return "Tailspin Toys";
	}

	@ParameterizedTest
	@ValueSource(strings = { "azure_tenant", "teams_proxy", "conference", "gateway_routing_rule" })
	void whereverTheAnswerToACreationIsLostThereIsOneObjectAfterwards(String resource) {
		Customer litware = customer("Litware " + resource);
		// only a creation has an address that ends with the kind; with two rules, the
		// answer to each is lost
		cutAfterwards("/" + resource + "/$", resource.startsWith("gateway") ? 2 : 1);
		int cuts = 0;
		while (isCut(() -> this.platform.provision(litware))) {
			cuts++;
		}
		assertThat(cuts).isEqualTo(resource.startsWith("gateway") ? 2 : 1);
		assertThat(objectsOf(litware)).hasSize(5);
		assertThat(one(litware, Resource.conference).path("aliases")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "azure_tenant", "teams_proxy", "conference", "gateway_routing_rule" })
	void whereverTheAnswerToARemovalIsLostNothingIsLeftAfterwards(String resource) {
		Customer litware = customer("Litware " + resource);
		this.platform.provision(litware);
		cutAfterwards("/" + resource + "/\\\\d+/$", 1);
		assertThat(isCut(() -> this.platform.withdraw(litware.reference()))).isTrue();
		this.platform.withdraw(litware.reference());
		assertThat(objectsOf(litware)).isEmpty();
	}

	@Test
	void whereverARunBreaksTheNextOneTakesItUp() {
		Customer litware = customer("Woodgrove");
		for (Resource resource : List.of(Resource.azure_tenant, Resource.teams_proxy, Resource.conference,
				Resource.gateway_routing_rule)) {
			fault("{\"target\": \"pexip\", \"path\": \"/" + resource + "/\", \"status\": 502}");
			assertThatExceptionOfType(RemoteCallFailed.class).isThrownBy(() -> this.platform.provision(litware));
		}
		assertThat(this.platform.provision(litware).tenantKey()).isEqualTo("woodgrove@videosrv.net");
		assertThat(objectsOf(litware)).hasSize(5);
	}

	@Test
	void manyOfOneNameAtOnceHaveKeysOfTheirOwn() {
		ExecutorService ten = Executors.newFixedThreadPool(10);
		try {
			List<CompletableFuture<String>> keys = IntStream.range(0, 10)
				.mapToObj((number) -> customer("Fourth Coffee"))
				.map((customer) -> CompletableFuture.supplyAsync(() -> this.platform.provision(customer).tenantKey(),
						ten))
				.toList();
			Set<String> distinct = new HashSet<>(keys.stream().map(CompletableFuture::join).toList());
			assertThat(distinct).hasSize(10)
				.contains("fourth-coffee@videosrv.net")
				.allSatisfy((key) -> assertThat(key).startsWith("fourth-coffee"));
		}
		finally {
			ten.shutdown();
		}
	}

	@Test
	void whatTheExaminationAsksIsAnswered() {
		assertThat(this.pexip.version()).hasValueSatisfying((version) -> assertThat(version).contains("sandbox"));
		assertThat(this.pexip.letsApplicationsIn()).contains(true);
		assertThat(Resource.values()).allMatch(this.pexip::mayRead);
	}

	@Test
	void anOAuth2ClientBuildsAsWell() {
		PexipSettings settings = Adapters.settings(baseUrl(), Adapters.CLIENT, PATIENCE);
		ConferencePlatform asClient = Adapters.platform(settings, this.http, this.customers, this.ledger, this.clock);
		Customer litware = customer("Proseware");
		assertThat(asClient.provision(litware).tenantKey()).isEqualTo("proseware@videosrv.net");
		fault("{\"target\": \"pexip\", \"status\": 401}");
		asClient.withdraw(litware.reference());
		assertThat(objectsOf(litware)).isEmpty();
	}

	@Test
	void customersMayHavePrioritiesOfTheirOwn() {
		PexipSettings settings = Adapters.settings(baseUrl(), Adapters.SANDBOX, PATIENCE, PriorityRange.of("148-153"),
				0);
		ConferencePlatform own = Adapters.platform(settings, this.http, this.customers, this.ledger, this.clock);
		Customer first = customer("Lamna");
		Customer second = customer("Lamna");
		Customer third = customer("Lamna");
		own.provision(first);
		own.provision(second);
		// 150 is that of rules made by hand
		assertThat(priorities(first)).containsExactly(148, 149);
		assertThat(priorities(second)).containsExactly(151, 152);
		assertThatExceptionOfType(PrioritiesUsedUp.class).isThrownBy(() -> own.provision(third));
		own.withdraw(first.reference());
		own.provision(third);
		assertThat(priorities(third)).containsExactly(148, 149);
		own.provision(second);
		assertThat(priorities(second)).containsExactly(151, 152);
	}

	@Test
	void prioritiesOfWhoWasTakenOffByHandAreFreeTheNextDay() {
		PexipSettings settings = Adapters.settings(baseUrl(), Adapters.SANDBOX, PATIENCE, PriorityRange.of("160-161"),
				0);
		Customer first = customer("Munson");
		Customer second = customer("Munson");
		on(settings, this.clock).provision(first);
		objectsOf(first, Resource.gateway_routing_rule)
			.forEach((rule) -> this.pexip.remove(ResourceUri.of(Resource.gateway_routing_rule, rule)));
		assertThatExceptionOfType(PrioritiesUsedUp.class).isThrownBy(() -> on(settings, this.clock).provision(second));
		on(settings, Clock.offset(this.clock, Duration.ofDays(2))).provision(second);
		assertThat(priorities(second)).containsExactly(160, 161);
	}

	private ConferencePlatform on(PexipSettings settings, Clock clock) {
		return Adapters.platform(settings, this.http, this.customers, this.ledger, clock);
	}

	/** Of the rule for trusted rooms, then of that for guests. */
	private List<Integer> priorities(Customer customer) {
		return objectsOf(customer, Resource.gateway_routing_rule).stream()
			.sorted((one, other) -> other.path("name").asText().compareTo(one.path("name").asText()))
			.map((JsonNode rule) -> rule.path("priority").asInt())
			.toList();
	}

	private URI baseUrl() {
		return URI.create(this.environment.getRequiredProperty("conference.pexip.base-url"));
	}

	private void cutAfterwards(String path, int times) {
		fault("{\"target\": \"pexip\", \"path\": \"" + path + "\", \"times\": " + times
				+ ", \"drop\": true, \"after\": true}");
	}

	private void fault(String fault) {
		this.sandbox.put()
			.uri("/faults")
			.contentType(MediaType.APPLICATION_JSON)
			.body("[" + fault + "]")
			.retrieve()
			.toBodilessEntity();
	}

	private static boolean isCut(Runnable call) {
		try {
			call.run();
			return false;
		}
		catch (RemoteCallFailed ex) {
			assertThat(ex).hasMessageContaining("cut the connection");
			return true;
		}
	}

}
