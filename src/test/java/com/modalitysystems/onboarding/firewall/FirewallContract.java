package com.modalitysystems.onboarding.firewall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Administrator;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.Language;
import com.modalitysystems.onboarding.customer.NewCustomer;
import com.modalitysystems.onboarding.customer.PublicAddress;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.customer.WaitingFor;
import com.modalitysystems.onboarding.http.OthersFirst;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What the process relies on, whoever keeps the gate. */
abstract class FirewallContract {

	// for documentation: nobody is ever let in from there
	private static final String ADDRESS = "203.0.113.7";

	static final Instant UNTIL = Instant.parse("2027-03-04T05:06:07Z");

	@Autowired
	private Firewall firewall;

	@Autowired
	private SecurityGroups groups;

	@Autowired
	private AzureSettings settings;

	@Autowired
	private Customers customers;

	private final List<Customer> known = new ArrayList<>();

	@AfterEach
	void shutAll() {
		this.known.forEach((customer) -> this.firewall.shut(customer.reference()));
	}

	@Test
	void aRuleIsInForceWhenAdmitReturnsAndGoneWhenShutReturns() {
		Customer contoso = customer(ADDRESS);
		assertThat(this.firewall.admit(contoso, UNTIL)).isEqualTo(Admission.admitted);
		assertThat(rulesOf(contoso)).singleElement().satisfies((rule) -> {
			assertThat(rule.isInForce()).isTrue();
			assertThat(rule.properties().sourceAddressPrefix()).isEqualTo(ADDRESS + "/32");
			assertThat(rule.properties().priority()).isBetween(this.settings.priorities().first(),
					this.settings.priorities().last());
		});
		this.firewall.shut(contoso.reference());
		assertThat(rulesOf(contoso)).isEmpty();
	}

	@Test
	void anAddressOfIpv6IsLetInToo() {
		Customer contoso = customer("2001:db8::7");
		this.firewall.admit(contoso, UNTIL);
		assertThat(rulesOf(contoso)).singleElement()
			.satisfies(
					(rule) -> assertThat(rule.properties().sourceAddressPrefix()).startsWith("2001:").endsWith("/128"));
	}

	@Test
	void bothMayBeAskedTwice() {
		Customer contoso = customer(ADDRESS);
		this.firewall.admit(contoso, UNTIL);
		List<SecurityRule> once = rulesOf(contoso);
		assertThat(this.firewall.admit(contoso, UNTIL)).isEqualTo(Admission.admitted);
		assertThat(rulesOf(contoso)).isEqualTo(once);
		this.firewall.shut(contoso.reference());
		this.firewall.shut(contoso.reference());
		assertThat(rulesOf(contoso)).isEmpty();
	}

	@Test
	void theRuleFollowsTheAddress() {
		Customer contoso = customer(ADDRESS);
		this.firewall.admit(contoso, UNTIL);
		this.customers.correct(contoso.reference(), asked(contoso.requireTenantId(), "203.0.113.8"));
		this.firewall.admit(contoso, UNTIL);
		assertThat(rulesOf(contoso)).singleElement()
			.satisfies((rule) -> assertThat(rule.properties().sourceAddressPrefix()).isEqualTo("203.0.113.8/32"));
	}

	@Test
	void nobodyIsLetInAnyMoreOnceTheOnboardingIsOver() {
		Customer contoso = customer(ADDRESS);
		this.customers.enter(contoso.reference(), Stage.cancelled, WaitingFor.nobody);
		assertThat(this.firewall.admit(contoso, UNTIL)).isEqualTo(Admission.tooLate);
		assertThat(rulesOf(contoso)).isEmpty();
	}

	@Test
	void rulesOfOthersStayAsTheyAre() {
		List<SecurityRule> before = rulesOfOthers();
		Customer contoso = customer(ADDRESS);
		this.firewall.admit(contoso, UNTIL);
		this.firewall.shut(contoso.reference());
		assertThat(rulesOfOthers()).isEqualTo(before);
	}

	@Test
	void manyAtOnceEachGetOneRuleWithAPriorityOfItsOwn() throws Exception {
		List<Customer> all = Stream.generate(() -> customer(ADDRESS)).limit(4).toList();
		ExecutorService threads = Executors.newFixedThreadPool(all.size());
		try {
			List<Callable<Admission>> acts = all.stream()
				.map((customer) -> (Callable<Admission>) () -> admitInTurn(customer))
				.toList();
			for (Future<Admission> done : threads.invokeAll(acts)) {
				assertThat(done.get(60, TimeUnit.SECONDS)).isEqualTo(Admission.admitted);
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(all).allSatisfy((customer) -> assertThat(rulesOf(customer)).hasSize(1));
		assertThat(all.stream().flatMap((customer) -> rulesOf(customer).stream()))
			.extracting((rule) -> rule.properties().priority())
			.doesNotHaveDuplicates();
	}

	/** Come again while others of ours are first, as the engine does. */
	private Admission admitInTurn(Customer customer) {
		while (true) {
			try {
				return this.firewall.admit(customer, UNTIL);
			}
			catch (OthersFirst ex) {
				assertThat(ex.retryAfter()).isNotNull();
			}
		}
	}

	List<SecurityRule> rulesOf(Customer customer) {
		return rules().filter((rule) -> rule.isNamed("onboarding-" + customer.reference())).toList();
	}

	private List<SecurityRule> rulesOfOthers() {
		return rules().filter((rule) -> rule.owner().isEmpty()).toList();
	}

	private Stream<SecurityRule> rules() {
		return this.groups.rulesOf(this.settings.securityGroup()).stream();
	}

	Customer customer(String address) {
		Customer customer = this.customers.add(asked(new TenantId(UUID.randomUUID()), address));
		this.known.add(customer);
		return customer;
	}

	private static NewCustomer asked(TenantId tenant, String address) {
		return new NewCustomer("Contoso", tenant, null,
				new Administrator("Adele Vance", new EmailAddress("adele@contoso.com"), new PublicAddress(address)),
				null, Language.ENGLISH, null);
	}

}
