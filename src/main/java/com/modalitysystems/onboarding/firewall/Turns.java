package com.modalitysystems.onboarding.firewall;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.database.Ledger;
import com.modalitysystems.onboarding.database.LedgerPage;
import com.modalitysystems.onboarding.http.Deadline;

import org.springframework.stereotype.Component;

/**
 * Lets one after the other change a customer's rule, on all nodes, so that opening and
 * closing cannot overtake each other. A turn ends when Azure is done and not when the
 * caller's transaction ends: what that becomes of does not matter, since the rule is on
 * record either way.
 */
@Component
class Turns {

	// with the waits for others, and shorter than a job's lock
	private static final Duration TOTAL = Duration.ofSeconds(40);

	private final AzureSettings settings;

	private final SecurityGroups groups;

	private final Ledger ledger;

	private final Clock clock;

	Turns(AzureSettings settings, SecurityGroups groups, Ledger ledger, Clock clock) {
		this.settings = settings;
		this.groups = groups;
		this.ledger = ledger;
		this.clock = clock;
	}

	/** Take a turn when nobody else has one. */
	<T> T take(CustomerReference customer, Function<Turn, T> act) {
		try (LedgerPage page = this.ledger.open()) {
			return Deadline.within(TOTAL, () -> {
				Turn turn = new Turn(this.settings, this.groups, page, this.clock, customer);
				turn.hold(customer);
				return act.apply(turn);
			});
		}
	}

}
