package com.modalitysystems.onboarding.conference;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.customer.Administrator;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.IssuedValues;
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
class PexipPlatformIntegrationTests {

	@Autowired
	private ConferencePlatform platform;

	@Autowired
	private PexipApi pexip;

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
	void aPlaceIsBuiltAndFoundAgainAndTakenAway() {
		Customer tailspin = customer("Tailspin Toys");
		IssuedValues values = this.platform.provision(tailspin);
		assertThat(values.tenantKey()).startsWith("tailspin-toys").endsWith("@videosrv.net");
		assertThat(this.platform.provision(tailspin)).isEqualTo(values);
		assertThat(objectsOf(tailspin)).hasSize(5);
		this.platform.withdraw(tailspin.reference());
		this.platform.withdraw(tailspin.reference());
		assertThat(objectsOf(tailspin)).isEmpty();
	}

	@Test
	void customersOfOneNameHaveKeysOfTheirOwn() {
		Customer first = customer("Wingtip");
		Customer second = customer("Wingtip");
		assertThat(this.platform.provision(first).tenantKey())
			.isNotEqualTo(this.platform.provision(second).tenantKey());
		this.platform.withdraw(first.reference());
		assertThat(objectsOf(second)).hasSize(5);
		this.platform.withdraw(second.reference());
	}

	@Test
	void whereverARunBreaksTheNextOneTakesItUp() {
		Customer litware = customer("Litware");
		for (Resource resource : List.of(Resource.azure_tenant, Resource.teams_proxy, Resource.conference,
				Resource.gateway_routing_rule)) {
			this.sandbox.put()
				.uri("/faults")
				.contentType(MediaType.APPLICATION_JSON)
				.body("[{\"target\": \"pexip\", \"path\": \"/" + resource + "/\", \"status\": 502}]")
				.retrieve()
				.toBodilessEntity();
			assertThatExceptionOfType(RemoteCallFailed.class).isThrownBy(() -> this.platform.provision(litware));
		}
		assertThat(this.platform.provision(litware).tenantKey()).isEqualTo("litware@videosrv.net");
		assertThat(objectsOf(litware)).hasSize(5);
		this.platform.withdraw(litware.reference());
	}

	private List<JsonNode> objectsOf(Customer customer) {
		return Arrays.stream(Resource.values())
			.flatMap((resource) -> this.pexip.all(resource).stream())
			.filter((object) -> object.path("name").asText().startsWith(customer.reference().value()))
			.toList();
	}

	private Customer customer(String company) {
		return this.customers.add(new NewCustomer(company, new TenantId(UUID.randomUUID()), null,
				new Administrator("Adele Vance", new EmailAddress("adele@contoso.com"), new PublicAddress("8.8.8.8")),
				null, Language.ENGLISH, null));
	}

}
