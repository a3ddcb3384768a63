package com.modalitysystems.onboarding.setup;

import java.util.List;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.RequestRefused;
import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;
import com.modalitysystems.onboarding.customer.Successor;
import org.jspecify.annotations.Nullable;

/**
 * A colleague is the right administrator.
 *
 * @param adminName their name
 * @param adminEmail their e-mail address
 * @param reference the reference from the letter
 */
record AdminForm(@Nullable String adminName, @Nullable String adminEmail, @Nullable String reference) {

	/** The colleague; none, and mistakes, where nobody can be that. */
	@Nullable Successor read(Customer customer, List<Mistake> mistakes) {
		try {
			Successor colleague = Successor.of(this.adminName, this.adminEmail);
			if (colleague.email().equals(customer.administrator().email())) {
				mistakes.add(new Mistake("adminEmail", "email.sameAdministrator"));
			}
			return colleague;
		}
		catch (RequestRefused ex) {
			mistakes.addAll(ex.mistakes());
			return null;
		}
	}

}
