package com.modalitysystems.onboarding.setup;

import java.util.List;

import com.modalitysystems.onboarding.customer.Trail.Event;
import org.jspecify.annotations.Nullable;

/**
 * Which wish of the customer staff refused last, as long as they wished nothing since.
 */
enum Refusal {

	address, colleague;

	static @Nullable Refusal of(List<Event> events) {
		Refusal last = null;
		for (Event event : events) {
			last = switch (event.what()) {
				case "addressRefused" -> address;
				case "successorRefused" -> colleague;
				case "addressChangeAsked", "addressApproved", "successorNamed", "successorReplaced",
						"successorApproved", "handedOver" ->
					null;
				default -> last;
			};
		}
		return last;
	}

}
