package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Administrator;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.CustomerWishes;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.NewCustomer;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.Successor;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.mail.Letters;
import org.camunda.bpm.engine.OptimisticLockingException;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/** What we change about an onboarding that is under way, on a customer's word. */
@Component
public class Amendments {

	private final Customers customers;

	private final CustomerWishes wishes;

	private final Letters letters;

	private final Trail trail;

	private final Journeys journeys;

	private final TransactionOperations transaction;

	Amendments(Customers customers, CustomerWishes wishes, Letters letters, Trail trail, Journeys journeys,
			TransactionOperations transaction) {
		this.customers = customers;
		this.wishes = wishes;
		this.letters = letters;
		this.trail = trail;
		this.journeys = journeys;
		this.transaction = transaction;
	}

	/**
	 * Put the request right, and look the tenant up with it once more. A task that is
	 * open for it gives way to what becomes of that.
	 * @param reference whose onboarding
	 * @param anew what is to change; what is empty stays as it is
	 * @param actor who does it
	 * @return whether it waits to be approved, or to be put right
	 * @throws com.modalitysystems.onboarding.customer.RequestRefused with every mistake
	 * @throws com.modalitysystems.onboarding.customer.AlreadyOnboarding if the tenant has
	 * another open or live onboarding
	 */
	public boolean correct(CustomerReference reference, OnboardingRequest anew, Actor actor) {
		NewCustomer corrected = OnboardingRequest.of(this.customers.require(reference).asked()).with(anew).accept();
		try {
			return inTransaction(status -> {
				this.customers.lock(reference);
				this.customers.correct(reference, corrected);
				this.trail.add(reference, actor, "requestCorrected");
				boolean possible = this.journeys.correct(reference);
				// what came too late is not kept
				if (!possible) {
					status.setRollbackOnly();
				}
				return possible;
			});
		}
		catch (OptimisticLockingException | ConcurrencyFailureException ex) {
			// somebody decided at the same moment: it is somewhere else now
			return false;
		}
	}

	/**
	 * Another administrator takes over at once, with a link of their own; the old one
	 * leads nowhere, and both are told. Whoever is the administrator already stays it.
	 * @return whether the onboarding is approved, and not over
	 */
	public boolean handOver(CustomerReference reference, Successor successor, Actor actor) {
		boolean possible = inTransaction(status -> {
			Customer customer = this.customers.lock(reference);
			if (!hasAnAdministratorAtWork(customer.stage())) {
				return false;
			}
			if (!isAdministrator(successor, customer.administrator())) {
				this.letters.handedOver(customer);
				this.wishes.handedOverByUs(reference, successor);
				this.letters.linkReplaced(this.customers.require(reference));
				this.trail.add(reference, actor, "handedOver");
			}
			return true;
		});
		if (possible) {
			this.journeys.acted(reference, this.customers.require(reference).stage());
		}
		return possible;
	}

	private boolean inTransaction(TransactionCallback<Boolean> work) {
		return Boolean.TRUE.equals(this.transaction.execute(work));
	}

	private static boolean hasAnAdministratorAtWork(Stage stage) {
		return switch (stage) {
			case awaitingConsent, provisioning, awaitingSetup, confirming, live, expired -> true;
			case requested, awaitingApproval, awaitingCustomer, rejected, closed, cancelled -> false;
		};
	}

	private static boolean isAdministrator(Successor successor, Administrator administrator) {
		return successor.name().equals(administrator.name()) && successor.email().equals(administrator.email());
	}

}
