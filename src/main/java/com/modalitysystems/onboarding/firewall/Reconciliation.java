package com.modalitysystems.onboarding.firewall;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.database.Ledger;
import com.modalitysystems.onboarding.database.LedgerPage;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares the security group with our record, on one node at a time, and has what is not
 * as it should be put right: the connector's group is made anew when the connector is
 * redeployed, and a node that dies between two steps may leave a rule behind.
 */
@Component
class Reconciliation {

	private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

	private final Repairs repairs;

	private final SecurityGroups groups;

	private final Reasons reasons;

	private final AzureSettings settings;

	private final Ledger ledger;

	private final Clock clock;

	// not a number before the first look
	private volatile double strayRules = Double.NaN;

	private volatile double freePriorities = Double.NaN;

	Reconciliation(Repairs repairs, SecurityGroups groups, Reasons reasons, AzureSettings settings, Ledger ledger,
			Clock clock, MeterRegistry meters) {
		this.repairs = repairs;
		this.groups = groups;
		this.reasons = reasons;
		this.settings = settings;
		this.ledger = ledger;
		this.clock = clock;
		Gauge.builder("onboarding.firewall.strays", this, (look) -> look.strayRules)
			.description("Rules of ours in the security group that have no reason and cannot be removed")
			.register(meters);
		Gauge.builder("onboarding.firewall.priorities.free", this, (look) -> look.freePriorities)
			.description("Priorities that are left for rules of ours")
			.register(meters);
	}

	@Scheduled(initialDelayString = "${firewall.azure.reconcile-every:15m}",
			fixedDelayString = "${firewall.azure.reconcile-every:15m}")
	void reconcile() {
		try {
			look().ifPresent(this::putRight);
		}
		catch (RuntimeException ex) {
			LOG.warn("The security group could not be compared with our record: {}", ex.getMessage());
		}
	}

	/** What is to be put right; nothing while another node is at it. */
	private Optional<Found> look() {
		try (LedgerPage page = this.ledger.open()) {
			if (!page.hold("firewall reconciliation", this.settings.patience())) {
				return Optional.empty();
			}
			List<SecurityRule> there = this.groups.rulesOf(this.settings.securityGroup());
			AllocatedRules rules = new AllocatedRules(page, this.clock);
			List<AllocatedRule> open = rules.open();
			this.freePriorities = this.settings.priorities().freeBeside(there, open);
			return Optional.of(new Found(strays(there, open, rules),
					open.stream()
						.filter((rule) -> this.reasons.isWrong(rule, there))
						.map(AllocatedRule::owner)
						.toList()));
		}
	}

	/** Also those that are on record only: they may lie in a group of before. */
	private List<CustomerReference> strays(List<SecurityRule> there, List<AllocatedRule> open, AllocatedRules rules) {
		return Stream
			.concat(there.stream().flatMap((rule) -> rule.owner().stream()), open.stream().map(AllocatedRule::owner))
			.distinct()
			.filter((owner) -> this.reasons.whyNot(owner, rules.of(owner)).isPresent())
			.toList();
	}

	private void putRight(Found found) {
		this.strayRules = found.strays().stream().filter((owner) -> !this.repairs.sweep(owner)).count();
		found.wrong().forEach(this.repairs::restore);
	}

	/**
	 * What was found.
	 *
	 * @param strays whose rules have no reason
	 * @param wrong whose rules vanished, or are not what the record says
	 */
	private record Found(List<CustomerReference> strays, List<CustomerReference> wrong) {
	}

}
