package com.modalitysystems.onboarding.customer;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import com.modalitysystems.onboarding.HouseTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
class CustomersIntegrationTests {

	@Autowired
	private Customers customers;

	@Autowired
	private Trail trail;

	@Autowired
	private TransactionTemplate transactions;

	@Test
	void twoWhoWroteOnTheTrailKeepTheRecordOneAfterTheOther() throws Exception {
		CustomerReference reference = customer();
		CyclicBarrier bothWrote = new CyclicBarrier(2);
		Callable<Customer> work = () -> this.transactions.execute((transaction) -> {
			this.trail.add(reference, Actor.SYSTEM, "letterSent");
			awaitOther(bothWrote);
			return this.customers.lock(reference);
		});
		ExecutorService both = Executors.newFixedThreadPool(2);
		List<Future<Customer>> done = both.invokeAll(List.of(work, work), 1, TimeUnit.MINUTES);
		both.shutdown();
		for (Future<Customer> one : done) {
			assertThat(one.get().reference()).isEqualTo(reference);
		}
	}

	@Test
	void whatStaffSaidWhileTheConsentWasAwaitedIsNotSaidOfTheSetUp() {
		CustomerReference reference = customer();
		this.customers.enter(reference, Stage.awaitingConsent, WaitingFor.customer);
		this.customers.explain(reference, "That address is a hotel.");
		this.customers.enter(reference, Stage.awaitingConsent, WaitingFor.staff);
		assertThat(this.customers.require(reference).reason()).isEqualTo("That address is a hotel.");
		this.customers.enter(reference, Stage.provisioning, WaitingFor.nobody);
		this.customers.enter(reference, Stage.awaitingSetup, WaitingFor.customer);
		assertThat(this.customers.require(reference).reason()).isNull();
		this.customers.explain(reference, "No picture came.");
		this.customers.enter(reference, Stage.confirming, WaitingFor.staff);
		this.customers.enter(reference, Stage.awaitingSetup, WaitingFor.customer);
		assertThat(this.customers.require(reference).reason()).isEqualTo("No picture came.");
	}

	private CustomerReference customer() {
		return this.customers
			.add(new OnboardingRequest("Contoso", UUID.randomUUID().toString(), null, "Ada Berg", "ada@contoso.com",
					"20.30.40.50", null, null, null)
				.accept())
			.reference();
	}

	private static void awaitOther(CyclicBarrier barrier) {
		try {
			barrier.await(10, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
