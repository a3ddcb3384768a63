package com.modalitysystems.onboarding.setup;

import java.util.Optional;

import com.modalitysystems.onboarding.customer.ConsentStates;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.process.Onboarding;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes who comes back from the consent page: each journey ends once. */
@Component
class ConsentArrivals {

	private final ConsentStates states;

	private final Onboarding onboarding;

	private final Customers customers;

	ConsentArrivals(ConsentStates states, Onboarding onboarding, Customers customers) {
		this.states = states;
		this.onboarding = onboarding;
		this.customers = customers;
	}

	/**
	 * Whose journey ended; nobody's if the state is unknown, used or late. The state and
	 * the return are written both or neither.
	 */
	@Transactional
	Optional<Customer> arrive(String state, @Nullable String error, @Nullable TenantId claimed) {
		Optional<CustomerReference> whose = this.states.use(state);
		whose.ifPresent(reference -> this.onboarding.consentReturned(reference, error, claimed));
		return whose.map(this.customers::require);
	}

}
