package com.modalitysystems.onboarding.firewall;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.database.Ledger;
import com.modalitysystems.onboarding.database.LedgerPage;
import com.modalitysystems.onboarding.http.Deadline;
import com.modalitysystems.onboarding.http.RemoteCallFailed;

import org.springframework.stereotype.Component;

/**
 * Rules of an Azure network security group, one for each customer.
 * <p>
 * Two names are held in the ledger while we work, on all nodes: the customer's, so that
 * opening and closing cannot overtake each other, and the group's, since Azure refuses
 * two writes to one group at a time. They are held until Azure is done and not until the
 * caller's transaction ends: what that transaction becomes of does not matter, since the
 * rule is on record either way.
 */
@Component
class AzureFirewall implements Firewall {

	private static final Duration TOTAL = Duration.ofSeconds(30);

	private final AzureSettings settings;

	private final SecurityGroups groups;

	private final Customers customers;

	private final Ledger ledger;

	private final Clock clock;

	AzureFirewall(AzureSettings settings, SecurityGroups groups, Customers customers, Ledger ledger, Clock clock) {
		this.settings = settings;
		this.groups = groups;
		this.customers = customers;
		this.ledger = ledger;
		this.clock = clock;
	}

	@Override
	public Admission admit(Customer customer) {
		try (LedgerPage page = this.ledger.open()) {
			hold(page, customer.reference());
			// what was passed may be older than a cancellation, or than the consent: a
			// node
			// that was paused wakes up long after others went on
			Customer current = this.customers.require(customer.reference());
			if (!current.mayYetConsent()) {
				return Admission.tooLate;
			}
			AllocatedRules rules = new AllocatedRules(page, this.clock);
			leaveOtherGroup(page, rules, current.reference());
			hold(page, this.settings.securityGroup());
			return Deadline.within(TOTAL, () -> open(rules, current));
		}
	}

	@Override
	public void shut(CustomerReference customer) {
		try (LedgerPage page = this.ledger.open()) {
			hold(page, customer);
			AllocatedRules rules = new AllocatedRules(page, this.clock);
			rules.of(customer).ifPresent((rule) -> remove(page, rules, rule, customer));
		}
	}

	private Admission open(AllocatedRules rules, Customer customer) {
		String group = this.settings.securityGroup();
		String name = SecurityRule.nameFor(customer.reference());
		List<SecurityRule> there = this.groups.rulesOf(group);
		AllocatedRule allocated = rules.allocate(customer.reference(), group, this.settings.priorities(),
				prioritiesOfOthers(there, name));
		SecurityRule wanted = SecurityRule.admitting(customer, this.settings.port(), allocated.priority(),
				this.clock.instant().plus(this.settings.lifetime()));
		if (!isThere(there, name, wanted)) {
			this.groups.put(group, name, wanted);
		}
		if (!rules.opened(allocated)) {
			// we were taken for dead, and somebody closed it: it must not stay
			this.groups.delete(group, name);
			throw new IllegalStateException("The rule of " + customer.reference() + " was closed while it was opened");
		}
		return Admission.admitted;
	}

	private boolean isThere(List<SecurityRule> there, String name, SecurityRule wanted) {
		return there.stream()
			.filter((rule) -> rule.isNamed(name))
			.findFirst()
			.flatMap((rule) -> rule.isBusy() ? this.groups.settled(this.settings.securityGroup(), name)
					: Optional.of(rule))
			.filter((rule) -> rule.does(wanted))
			.isPresent();
	}

	private static Set<Integer> prioritiesOfOthers(List<SecurityRule> rules, String name) {
		return rules.stream()
			.filter((rule) -> !rule.isNamed(name))
			.map((rule) -> rule.properties().priority())
			.collect(Collectors.toSet());
	}

	/** The connector's group may be another one since the rule was made. */
	private void leaveOtherGroup(LedgerPage page, AllocatedRules rules, CustomerReference customer) {
		rules.of(customer)
			.filter((rule) -> !rule.securityGroup().equals(this.settings.securityGroup()))
			.ifPresent((rule) -> remove(page, rules, rule, customer));
	}

	private void remove(LedgerPage page, AllocatedRules rules, AllocatedRule rule, CustomerReference customer) {
		hold(page, rule.securityGroup());
		Deadline.within(TOTAL, () -> this.groups.delete(rule.securityGroup(), SecurityRule.nameFor(customer)));
		rules.closed(rule);
	}

	private void hold(LedgerPage page, Object what) {
		if (!page.hold("firewall " + what, this.settings.patience())) {
			throw new RemoteCallFailed(AzureCalls.SYSTEM, "is busy with another rule of ours", Duration.ofSeconds(10),
					null);
		}
	}

}
