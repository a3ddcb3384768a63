package com.modalitysystems.onboarding.setup;

import java.util.List;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Refused;
import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;
import org.jspecify.annotations.Nullable;

/**
 * The reference that stands in every letter and nowhere in the room. What hurts asks for
 * it: a robot that submits every form it finds cannot know it.
 */
final class FromTheLetter {

	private FromTheLetter() {
	}

	/**
	 * Note a mistake unless this is the customer's reference.
	 * @param typed as it was typed
	 * @param field the id of the field on the page
	 */
	static void require(@Nullable String typed, Customer customer, String field, List<Mistake> mistakes) {
		if (!names(typed, customer)) {
			mistakes.add(new Mistake(field, "reference.unlikeTheLetter"));
		}
	}

	private static boolean names(@Nullable String typed, Customer customer) {
		try {
			return typed != null && CustomerReference.of(typed).equals(customer.reference());
		}
		catch (Refused ex) {
			return false;
		}
	}

}
