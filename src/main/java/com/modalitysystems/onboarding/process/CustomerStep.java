package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A step of the drawing that does one thing for one customer. */
abstract class CustomerStep implements JavaDelegate {

	private final Customers customers;

	CustomerStep(Customers customers) {
		this.customers = customers;
	}

	/** Whose process this is. */
	static CustomerReference referenceOf(DelegateExecution execution) {
		return new CustomerReference(execution.getProcessBusinessKey());
	}

	@Override
	public final void execute(DelegateExecution execution) {
		take(this.customers.require(referenceOf(execution)), execution);
	}

	/**
	 * Take the step.
	 * @param customer for whom
	 * @param execution where decisions are kept
	 */
	abstract void take(Customer customer, DelegateExecution execution);

}
