package com.modalitysystems.onboarding.process;

import java.util.function.BiConsumer;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.mail.Letters;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** A step of the drawing that writes one letter. */
abstract class LetterStep extends CustomerStep {

	private final Letters letters;

	private final BiConsumer<Letters, Customer> letter;

	LetterStep(Customers customers, Letters letters, BiConsumer<Letters, Customer> letter) {
		super(customers);
		this.letters = letters;
		this.letter = letter;
	}

	@Override
	void take(Customer customer, DelegateExecution execution) {
		this.letter.accept(this.letters, customer);
	}

}
