package com.modalitysystems.onboarding.firewall;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.customer.Administrator;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerWishes;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.Language;
import com.modalitysystems.onboarding.customer.NewCustomer;
import com.modalitysystems.onboarding.customer.PublicAddress;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.customer.WaitingFor;
import com.modalitysystems.onboarding.database.Ledger;
import com.modalitysystems.onboarding.http.HttpClients;
import com.modalitysystems.onboarding.http.MicrosoftTokens;
import com.modalitysystems.onboarding.time.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A node dies before, or after, each call that it makes to open or to shut the way, and
 * after the last: between any two calls lies at most one commit. What its transaction
 * would have written is never written, and nobody takes the step again.
 */
@HouseTest
class BrokenOffIntegrationTests {

	private static final PublicAddress OLD = new PublicAddress("8.8.8.8");

	private static final PublicAddress NEW = new PublicAddress("9.9.9.9");

	private Firewall firewall;

	private Reconciliation reconciliation;

	private SecurityGroups groups;

	@Autowired
	private AzureSettings settings;

	@Autowired
	private HttpClients http;

	@Autowired
	private Customers customers;

	@Autowired
	private CustomerWishes wishes;

	@Autowired
	private Trail trail;

	@Autowired
	private Ledger ledger;

	@Autowired
	private SettableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Environment environment;

	@BeforeEach
	void aHastyHouse() {
		AzureCalls calls = new HastyCalls();
		this.groups = new SecurityGroups(calls, this.settings);
		this.firewall = new AzureFirewall(turns(calls), this.customers);
		Reasons reasons = new Reasons(this.groups, this.settings, this.customers, this.clock);
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		this.reconciliation = new Reconciliation(
				new Repairs(turns(calls), reasons, this.customers, this.wishes, this.trail, meters), this.groups,
				reasons, this.settings, this.ledger, this.clock, meters);
		nothingIsThere();
	}

	@AfterEach
	void nothingIsThere() {
		this.clock.reset();
		RestClient.create(this.environment.getRequiredProperty("sandbox.url"))
			.delete()
			.uri("/rules")
			.retrieve()
			.toBodilessEntity();
		this.jdbc.sql("update firewall_rule set closed_at = now() where closed_at is null").update();
	}

	@ParameterizedTest
	@EnumSource
	void whereverOpeningBreaksOffTheRuleIsGoneInTheEnd(Death death) {
		assertGoneInTheEnd(death, (customer) -> {
		}, (node, customer) -> node.admit(customer, until()), (customer) -> {
		});
	}

	@ParameterizedTest
	@EnumSource
	void whereverAMoveBreaksOffOnlyTheNewAddressIsLetInUntilTheWindowShuts(Death death) {
		assertGoneInTheEnd(death, (customer) -> {
			open(customer);
			this.customers.correct(customer.reference(), asked(customer.requireTenantId(), NEW));
		}, (node, customer) -> node.admit(customer, until()), (customer) -> {
			reconcileUntil(() -> assertThat(sourceOf(customer)).containsExactly(NEW.asPrefix()));
			this.clock.advance(Duration.ofDays(3));
		});
	}

	@ParameterizedTest
	@EnumSource
	void whereverShuttingBreaksOffTheRuleIsGoneInTheEnd(Death death) {
		assertGoneInTheEnd(death, (customer) -> {
			open(customer);
			this.customers.enter(customer.reference(), Stage.cancelled, WaitingFor.nobody);
		}, (node, customer) -> node.shut(customer.reference()), (customer) -> {
		});
	}

	private void assertGoneInTheEnd(Death death, Consumer<Customer> before, BiConsumer<Firewall, Customer> act,
			Consumer<Customer> after) {
		int call = 0;
		boolean died;
		do {
			call++;
			Customer customer = this.customers.add(asked(new TenantId(UUID.randomUUID()), OLD));
			before.accept(customer);
			MortalNode node = new MortalNode(death, call);
			died = isDeadly(act, node, customer);
			node.azureGoesOn();
			after.accept(customer);
			this.clock.advance(Duration.ofHours(1));
			reconcileUntil(() -> {
				assertThat(sourceOf(customer)).isEmpty();
				assertThat(openOnRecord()).isZero();
			});
			this.clock.reset();
		}
		while (died);
		assertThat(call).as("the last ran to its end").isGreaterThan(3);
	}

	private boolean isDeadly(BiConsumer<Firewall, Customer> act, AzureCalls node, Customer customer) {
		try {
			act.accept(new AzureFirewall(turns(node), this.customers), customer);
			return false;
		}
		catch (Died ex) {
			return true;
		}
	}

	private Turns turns(AzureCalls calls) {
		return new Turns(this.settings, new SecurityGroups(calls, this.settings), this.ledger, this.clock);
	}

	private void open(Customer customer) {
		this.firewall.admit(customer, until());
		this.wishes.windowOpened(customer.reference(), OLD, until());
	}

	/** Azure may still be at what the dead node began, and refuse everything else. */
	private void reconcileUntil(ThrowingRunnable done) {
		await().untilAsserted(() -> {
			this.reconciliation.reconcile();
			done.run();
		});
	}

	private List<String> sourceOf(Customer customer) {
		return this.groups.find(this.settings.securityGroup(), SecurityRule.nameFor(customer.reference()))
			.stream()
			.map((rule) -> String.valueOf(rule.properties().sourceAddressPrefix()))
			.toList();
	}

	private int openOnRecord() {
		return this.jdbc.sql("select count(*) from firewall_rule where closed_at is null")
			.query(Integer.class)
			.single();
	}

	private Instant until() {
		return this.clock.instant().plus(Duration.ofDays(3));
	}

	private static NewCustomer asked(TenantId tenant, PublicAddress address) {
		return new NewCustomer("Contoso", tenant, null,
				new Administrator("Adele Vance", new EmailAddress("adele@contoso.com"), address), null,
				Language.ENGLISH, null);
	}

	/** When a node dies. */
	enum Death {

		beforeTheCall, afterTheCall

	}

	/** Comes back sooner than Azure asks for. */
	private class HastyCalls extends AzureCalls {

		private HastyCalls() {
			super(BrokenOffIntegrationTests.this.settings, BrokenOffIntegrationTests.this.http,
					new MicrosoftTokens(BrokenOffIntegrationTests.this.http));
		}

		@Override
		AzureReply resource(HttpMethod method, Function<UriBuilder, UriBuilder> path, Object body) {
			return hasty(super.resource(method, path, body));
		}

		@Override
		AzureReply follow(URI address) {
			return hasty(super.follow(address));
		}

		private static AzureReply hasty(AzureReply reply) {
			HttpHeaders headers = new HttpHeaders();
			headers.addAll(reply.headers());
			headers.remove(HttpHeaders.RETRY_AFTER);
			return new AzureReply(reply.status(), headers, reply.body());
		}

	}

	/** A node that dies at one of its calls. */
	private final class MortalNode extends HastyCalls {

		private final Death death;

		private int left;

		private URI operation;

		private MortalNode(Death death, int call) {
			this.death = death;
			this.left = call;
		}

		@Override
		AzureReply resource(HttpMethod method, Function<UriBuilder, UriBuilder> path, Object body) {
			return call(() -> super.resource(method, path, body));
		}

		@Override
		AzureReply follow(URI address) {
			return call(() -> super.follow(address));
		}

		private AzureReply call(Supplier<AzureReply> call) {
			this.left--;
			dieAt(Death.beforeTheCall);
			AzureReply reply = call.get();
			this.operation = reply.operation().orElse(this.operation);
			dieAt(Death.afterTheCall);
			return reply;
		}

		private void dieAt(Death moment) {
			if (this.left == 0 && this.death == moment) {
				throw new Died();
			}
		}

		/** It ends what was begun, whoever died meanwhile. */
		private void azureGoesOn() {
			if (this.operation != null) {
				await().until(() -> super.follow(this.operation).body().path("status").asText(), "Succeeded"::equals);
			}
		}

	}

	/** No code of ours catches it. */
	private static final class Died extends Error {

		private static final long serialVersionUID = 1L;

	}

}
