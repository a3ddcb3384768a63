package com.modalitysystems.onboarding.firewall;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.CustomerWishes;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Trail;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Puts a customer's rule right, in a turn of its own, as the record says then. One that
 * cannot be put right yet does not hold up the others: the next look finds it again.
 */
@Component
class Repairs {

	private static final Logger LOG = LoggerFactory.getLogger(Repairs.class);

	private final Turns turns;

	private final Reasons reasons;

	private final Customers customers;

	private final CustomerWishes wishes;

	private final Trail trail;

	private final Counter swept;

	Repairs(Turns turns, Reasons reasons, Customers customers, CustomerWishes wishes, Trail trail,
			MeterRegistry meters) {
		this.turns = turns;
		this.reasons = reasons;
		this.customers = customers;
		this.wishes = wishes;
		this.trail = trail;
		this.swept = Counter.builder("onboarding.firewall.swept")
			.description("Rules of ours that had no reason any more and were removed")
			.register(meters);
	}

	/**
	 * Remove a rule that has no reason, unless it has one by now.
	 * @return whether none is left without a reason
	 */
	boolean sweep(CustomerReference owner) {
		try {
			this.turns.take(owner, (turn) -> remove(owner, turn)).ifPresent((why) -> told(owner, why));
			return true;
		}
		catch (RuntimeException ex) {
			LOG.warn("{}: its firewall rule has no reason any more and cannot be removed yet: {}", owner,
					ex.getMessage());
			return false;
		}
	}

	private Optional<String> remove(CustomerReference owner, Turn turn) {
		Optional<String> why = this.reasons.whyNot(owner, turn.onRecord()).filter((reason) -> turn.sweep());
		// within the turn, or a window that is opened anew would be shut with it
		why.ifPresent((reason) -> this.wishes.windowShut(owner));
		return why;
	}

	private void told(CustomerReference owner, String why) {
		this.swept.increment();
		LOG.warn("{}: its firewall rule had no reason any more and was removed: {}", owner, why);
		if (this.customers.find(owner).isPresent()) {
			this.trail.add(owner, Actor.SYSTEM, "firewallClosed", Map.of("why", why));
		}
	}

	/** Put a rule in force as the record says, if it was not closed since we looked. */
	void restore(CustomerReference owner) {
		try {
			if (this.turns.take(owner, (turn) -> isOpenedAgain(owner, turn))) {
				this.trail.add(owner, Actor.SYSTEM, "firewallRestored");
				LOG.warn("{}: its firewall rule was not as our record says, and is again", owner);
			}
		}
		catch (RuntimeException ex) {
			LOG.warn("{}: its firewall rule is not as our record says, and cannot be put right yet: {}", owner,
					ex.getMessage());
		}
	}

	private boolean isOpenedAgain(CustomerReference owner, Turn turn) {
		Customer current = this.customers.require(owner);
		Instant until = current.window().until();
		return turn.onRecord().filter(AllocatedRule::opened).isPresent() && until != null
				&& this.reasons.isWanted(current) && turn.open(current, until);
	}

}
