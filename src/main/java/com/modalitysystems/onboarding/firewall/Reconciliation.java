package com.modalitysystems.onboarding.firewall;

import java.time.Clock;
import java.util.List;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.database.Ledger;
import com.modalitysystems.onboarding.database.LedgerPage;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares the security group with our record, on one node at a time. Rules that vanished
 * are written again, for the connector's group is made anew when the connector is
 * redeployed. Rules that have no reason are told, and nothing is removed.
 */
@Component
class Reconciliation {

	private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

	private final Turns turns;

	private final SecurityGroups groups;

	private final Strays strays;

	private final AzureSettings settings;

	private final Customers customers;

	private final Trail trail;

	private final Ledger ledger;

	private final Clock clock;

	private volatile List<Stray> known = List.of();

	// not a number before the first look
	private volatile double strayRules = Double.NaN;

	private volatile double freePriorities = Double.NaN;

	Reconciliation(Turns turns, SecurityGroups groups, Strays strays, AzureSettings settings, Customers customers,
			Trail trail, Ledger ledger, Clock clock, MeterRegistry meters) {
		this.turns = turns;
		this.groups = groups;
		this.strays = strays;
		this.settings = settings;
		this.customers = customers;
		this.trail = trail;
		this.ledger = ledger;
		this.clock = clock;
		Gauge.builder("onboarding.firewall.strays", this, (look) -> look.strayRules)
			.description("Rules of ours in the security group that have no reason")
			.register(meters);
		Gauge.builder("onboarding.firewall.priorities.free", this, (look) -> look.freePriorities)
			.description("Priorities that are left for rules of ours")
			.register(meters);
	}

	@Scheduled(initialDelayString = "${firewall.azure.reconcile-every:15m}",
			fixedDelayString = "${firewall.azure.reconcile-every:15m}")
	void reconcile() {
		try {
			look().forEach(this::restore);
		}
		catch (RuntimeException ex) {
			LOG.warn("The security group could not be compared with our record: {}", ex.getMessage());
		}
	}

	/** Whose rules vanished; all else that is found is told here. */
	private List<CustomerReference> look() {
		try (LedgerPage page = this.ledger.open()) {
			if (!page.hold("firewall reconciliation", this.settings.patience())) {
				return List.of();
			}
			List<SecurityRule> there = this.groups.rulesOf(this.settings.securityGroup());
			AllocatedRules rules = new AllocatedRules(page, this.clock);
			tell(this.strays.among(there, rules));
			List<AllocatedRule> open = rules.open();
			this.freePriorities = this.settings.priorities().freeBeside(there, open);
			return open.stream().filter((rule) -> isMissed(rule, there)).map(AllocatedRule::owner).toList();
		}
	}

	private void tell(List<Stray> found) {
		this.strayRules = found.size();
		if (!found.isEmpty() && !found.equals(this.known)) {
			LOG.warn("Rules of ours lie in the security group without a reason; remove them there by hand: {}", found);
		}
		this.known = found;
	}

	private boolean isMissed(AllocatedRule rule, List<SecurityRule> there) {
		return rule.opened() && !rule.isInForceAmong(there, this.settings.securityGroup())
				&& this.customers.find(rule.owner()).filter(Customer::mayYetConsent).isPresent();
	}

	/** Put a rule in force again, if it was not closed since we looked. */
	void restore(CustomerReference reference) {
		try {
			boolean restored = this.turns.take(reference, (turn) -> {
				Customer current = this.customers.require(reference);
				return turn.isOpened() && current.mayYetConsent() && turn.open(current);
			});
			if (restored) {
				this.trail.add(reference, Actor.SYSTEM, "firewallRestored");
				LOG.warn("{}: its firewall rule had vanished and is in force again", reference);
			}
		}
		catch (RuntimeException ex) {
			// the others are not to wait for this one
			LOG.warn("{}: its firewall rule has vanished and cannot be written again yet: {}", reference,
					ex.getMessage());
		}
	}

}
