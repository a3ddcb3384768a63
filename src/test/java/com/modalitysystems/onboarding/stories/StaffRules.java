package com.modalitysystems.onboarding.stories;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Successor;

/** What staff decide is about what their form shows. */
final class StaffRules {

	private StaffRules() {
	}

	/**
	 * What is wrong after a decision.
	 * @param form what the form showed
	 */
	static Stream<String> broken(Customer before, Map<String, Object> form, Customer after) {
		return Stream.of(address(before, form, after), successor(form, after), recipient(before, form, after))
			.flatMap(Optional::stream);
	}

	private static Optional<String> address(Customer before, Map<String, Object> form, Customer after) {
		String address = after.administrator().address().value();
		boolean seen = !form.containsKey("addressWished") || address.equals(before.administrator().address().value())
				|| address.equals(form.get("addressWished"));
		return complaint(seen, "staff let " + address + " in, which they never saw");
	}

	private static Optional<String> successor(Map<String, Object> form, Customer after) {
		Successor successor = after.wishes().successor();
		boolean seen = successor == null || !after.wishes().successorApproved()
				|| successor.email().value().equals(form.get("successorEmail"));
		return complaint(seen, "staff let " + successor + " in, of whom they never read");
	}

	private static Optional<String> recipient(Customer before, Map<String, Object> form, Customer after) {
		String administrator = before.administrator().email().value();
		boolean theirs = !form.containsKey("serverWords") || Objects.equals(administrator, form.get("recipient"))
				|| administrator.equals(after.administrator().email().value());
		return complaint(theirs, administrator + " is not whom the letter was for");
	}

	private static Optional<String> complaint(boolean well, String words) {
		return well ? Optional.empty() : Optional.of(words);
	}

}
