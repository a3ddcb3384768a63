package com.modalitysystems.onboarding.firewall;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.customer.Administrator;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.Language;
import com.modalitysystems.onboarding.customer.NewCustomer;
import com.modalitysystems.onboarding.customer.PublicAddress;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@HouseTest
class AzureFirewallIntegrationTests {

	@Autowired
	private Firewall firewall;

	@Autowired
	private SecurityGroups groups;

	@Autowired
	private AzureSettings settings;

	@Autowired
	private Customers customers;

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

	@Test
	void aRuleIsInForceWhenAdmitReturnsAndGoneWhenShutReturns() {
		Customer contoso = customer();
		assertThat(this.firewall.admit(contoso)).isEqualTo(Admission.admitted);
		assertThat(rulesOf(contoso)).singleElement().satisfies((rule) -> {
			assertThat(rule.isBusy()).isFalse();
			assertThat(rule.properties().sourceAddressPrefix()).isEqualTo("8.8.8.8/32");
		});
		this.firewall.shut(contoso.reference());
		assertThat(rulesOf(contoso)).isEmpty();
	}

	@Test
	void manyAtOnceEachGetOneRuleWithAPriorityOfItsOwn() throws Exception {
		List<Customer> all = Stream.generate(this::customer).limit(4).toList();
		atOnce(all, (customer) -> this.firewall.admit(customer));
		assertThat(all).allSatisfy((customer) -> assertThat(rulesOf(customer)).hasSize(1));
		assertThat(all.stream().flatMap((customer) -> rulesOf(customer).stream()))
			.extracting((rule) -> rule.properties().priority())
			.doesNotHaveDuplicates();
		atOnce(all, (customer) -> {
			this.firewall.shut(customer.reference());
			return Admission.admitted;
		});
		assertThat(all).allSatisfy((customer) -> assertThat(rulesOf(customer)).isEmpty());
	}

	@Test
	void aRequestThatFailsIsMadeGoodByTheNextAttempt() {
		Customer contoso = customer();
		for (String fault : List.of("\"status\": 503, \"retryAfter\": 2", "\"status\": 429", "\"drop\": true",
				"\"drop\": true, \"after\": true")) {
			this.sandbox.put()
				.uri("/faults")
				.contentType(MediaType.APPLICATION_JSON)
				.body("[{\"target\": \"azure\", \"path\": \".*onboarding-.*\", \"times\": 1, " + fault + "}]")
				.retrieve()
				.toBodilessEntity();
			assertThatExceptionOfType(RemoteCallFailed.class).isThrownBy(() -> this.firewall.admit(contoso));
		}
		assertThat(this.firewall.admit(contoso)).isEqualTo(Admission.admitted);
		assertThat(rulesOf(contoso)).hasSize(1);
		this.firewall.shut(contoso.reference());
	}

	private List<SecurityRule> rulesOf(Customer customer) {
		return this.groups.rulesOf(this.settings.securityGroup())
			.stream()
			.filter((rule) -> rule.isNamed("onboarding-" + customer.reference()))
			.toList();
	}

	private static void atOnce(List<Customer> customers, java.util.function.Function<Customer, Admission> act)
			throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(customers.size());
		try {
			List<Callable<Admission>> acts = customers.stream()
				.map((customer) -> (Callable<Admission>) () -> act.apply(customer))
				.toList();
			for (Future<Admission> done : threads.invokeAll(acts)) {
				assertThat(done.get(60, TimeUnit.SECONDS)).isEqualTo(Admission.admitted);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private Customer customer() {
		return this.customers.add(new NewCustomer("Contoso", new TenantId(UUID.randomUUID()), null,
				new Administrator("Adele Vance", new EmailAddress("adele@contoso.com"), new PublicAddress("8.8.8.8")),
				null, Language.ENGLISH, null));
	}

}
