package com.modalitysystems.onboarding.conference;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.modalitysystems.onboarding.customer.Administrator;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.IssuedValues;
import com.modalitysystems.onboarding.customer.Language;
import com.modalitysystems.onboarding.customer.NewCustomer;
import com.modalitysystems.onboarding.customer.PublicAddress;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.customer.WaitingFor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What every conference platform keeps to, whoever plays it. */
abstract class ConferencePlatformContract {

	@Autowired
	private ConferencePlatform platform;

	@Autowired
	private PexipApi pexip;

	@Autowired
	private PexipSettings settings;

	@Autowired
	private Customers customers;

	private final Set<Customer> made = new LinkedHashSet<>();

	/** What the companies of the tests are called. */
	abstract String company();

	@AfterEach
	void nothingIsLeft() {
		this.made.forEach((customer) -> this.platform.withdraw(customer.reference()));
		this.made.forEach((customer) -> assertThat(objectsOf(customer)).isEmpty());
	}

	@Test
	void aPlaceIsBuiltAndFoundAgainAndTakenAway() {
		Customer customer = customer(company());
		IssuedValues values = this.platform.provision(customer);
		assertThat(values.tenantKey()).matches("[a-z0-9-]+@" + this.settings.aliasDomain());
		assertThat(values.instructionUri()).contains("{ConfId}")
			.contains("ivr=" + values.tenantKey().replaceAll("@.*", "") + "&");
		assertThat(this.platform.provision(customer)).isEqualTo(values);
		assertThat(objectsOf(customer)).hasSize(5);
		this.platform.withdraw(customer.reference());
		assertThat(objectsOf(customer)).isEmpty();
		this.platform.withdraw(customer.reference());
	}

	@Test
	void whatIsBuiltLeadsFromTheKeyToTheCustomersTenant() {
		Customer customer = customer(company());
		String key = this.platform.provision(customer).tenantKey();
		JsonNode tenant = one(customer, Resource.azure_tenant);
		JsonNode connector = one(customer, Resource.teams_proxy);
		JsonNode reception = one(customer, Resource.conference);
		assertThat(tenant.path("tenant_id").asText()).isEqualToIgnoringCase(customer.requireTenantId().asText());
		assertThat(connector.path("azure_tenant").asText()).isEqualTo(tenant.path("resource_uri").asText());
		assertThat(reception.path("teams_proxy").asText()).isEqualTo(connector.path("resource_uri").asText());
		assertThat(reception.path("aliases").findValuesAsText("alias")).containsExactly(key);
		assertThat(objectsOf(customer, Resource.gateway_routing_rule)).hasSize(2)
			.allSatisfy((rule) -> assertThat(rule.path("teams_proxy").asText())
				.isEqualTo(connector.path("resource_uri").asText()))
			.extracting((rule) -> rule.path("treat_as_trusted").asBoolean())
			.containsExactlyInAnyOrder(true, false);
	}

	@Test
	void customersOfOneNameHavePlacesOfTheirOwn() {
		Customer first = customer(company());
		Customer second = customer(company());
		assertThat(this.platform.provision(first).tenantKey())
			.isNotEqualTo(this.platform.provision(second).tenantKey());
		this.platform.withdraw(first.reference());
		assertThat(objectsOf(second)).hasSize(5);
	}

	@Test
	void aKeyIsNeverGivenToAnotherCustomer() {
		Customer first = customer(company());
		String key = this.platform.provision(first).tenantKey();
		this.platform.withdraw(first.reference());
		assertThat(this.platform.provision(customer(company())).tenantKey()).isNotEqualTo(key);
	}

	@Test
	void whoseOnboardingIsOverGetsNoPlace() {
		Customer customer = customer(company());
		this.customers.enter(customer.reference(), Stage.cancelled, WaitingFor.nobody);
		assertThatIllegalStateException().isThrownBy(() -> this.platform.provision(customer));
		assertThat(objectsOf(customer)).isEmpty();
	}

	Customer customer(String company) {
		Customer customer = this.customers.add(new NewCustomer(company, new TenantId(UUID.randomUUID()), null,
				new Administrator("Adele Vance", new EmailAddress("adele@contoso.com"), new PublicAddress("8.8.8.8")),
				null, Language.ENGLISH, null));
		this.made.add(customer);
		return customer;
	}

	List<JsonNode> objectsOf(Customer customer) {
		return Arrays.stream(Resource.values()).flatMap((resource) -> objectsOf(customer, resource).stream()).toList();
	}

	List<JsonNode> objectsOf(Customer customer, Resource resource) {
		return this.pexip.all(resource)
			.stream()
			.filter((object) -> object.path("name").asText().startsWith(customer.reference().value()))
			.toList();
	}

	JsonNode one(Customer customer, Resource resource) {
		assertThat(objectsOf(customer, resource)).hasSize(1);
		return objectsOf(customer, resource).get(0);
	}

}
