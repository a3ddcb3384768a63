package com.modalitysystems.onboarding.customer;

import java.util.UUID;

import com.modalitysystems.onboarding.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
class CustomerWishesIntegrationTests {

	private static final PublicAddress ANOTHER = PublicAddress.of("20.1.2.3");

	@Autowired
	private Customers customers;

	@Autowired
	private CustomerWishes wishes;

	private CustomerReference reference;

	@BeforeEach
	void anAdministratorWaits() {
		this.reference = this.customers
			.add(new OnboardingRequest("Contoso", UUID.randomUUID().toString(), null, "Ada Berg", "ada@contoso.com",
					"20.30.40.50", null, null, null)
				.accept())
			.reference();
	}

	@Test
	void addressThatWasGrantedIsNotWishedForOnceMore() {
		this.wishes.address(this.reference, ANOTHER);
		this.wishes.addressGranted(this.reference, true);
		this.wishes.address(this.reference, ANOTHER);
		Customer customer = this.customers.require(this.reference);
		assertThat(customer.administrator().address()).isEqualTo(ANOTHER);
		assertThat(customer.wishes()).isEqualTo(new Wishes(null, 1, null, false));
	}

	@Test
	void whoTakesOverWasNamedByTheAdministratorBefore() {
		this.wishes.successor(this.reference, new Successor("Bea Ruiz", new EmailAddress("bea@contoso.com")));
		this.wishes.handedOver(this.reference);
		assertThat(administrator()).returns("Bea Ruiz", Administrator::name)
			.returns("Ada Berg", Administrator::namedBy);
		this.wishes.handedOver(this.reference);
		assertThat(administrator()).as("a second time").returns("Ada Berg", Administrator::namedBy);
		this.wishes.successor(this.reference, new Successor("Cy Young", new EmailAddress("cy@contoso.com")));
		this.wishes.handedOver(this.reference);
		assertThat(administrator()).returns("Bea Ruiz", Administrator::namedBy);
	}

	@Test
	void whoTakesOverHearsNothingOfAnAddressThatWasNeverTheirs() {
		this.wishes.address(this.reference, ANOTHER);
		this.wishes.addressGranted(this.reference, false);
		this.wishes.address(this.reference, PublicAddress.of("20.30.40.51"));
		this.wishes.successor(this.reference, new Successor("Bea Ruiz", new EmailAddress("bea@contoso.com")));
		this.wishes.handedOver(this.reference);
		Customer customer = this.customers.require(this.reference);
		assertThat(customer.window()).isEqualTo(AddressWindow.SHUT);
		assertThat(customer.wishes().address()).isNull();
		this.wishes.addressGranted(this.reference, false);
		assertThat(this.customers.require(this.reference).window().toTell()).isFalse();
	}

	private Administrator administrator() {
		return this.customers.require(this.reference).administrator();
	}

	@Test
	void administratorsOwnAddressTakesAWishBack() {
		this.wishes.address(this.reference, ANOTHER);
		assertThat(this.customers.require(this.reference).wishes().address()).isEqualTo(ANOTHER);
		this.wishes.address(this.reference, PublicAddress.of("20.30.40.50"));
		assertThat(this.customers.require(this.reference).wishes()).isEqualTo(Wishes.NONE);
	}

}
