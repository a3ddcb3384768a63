package com.modalitysystems.onboarding.firewall;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.database.LedgerPage;
import com.modalitysystems.onboarding.http.Deadline;
import com.modalitysystems.onboarding.http.OthersFirst;

/**
 * Somebody's turn to change a customer's rule. The group's name is held as well while it
 * is written, since Azure refuses two writes to one group at a time.
 */
class Turn {

	private static final Duration CALLS = Duration.ofSeconds(30);

	private final AzureSettings settings;

	private final SecurityGroups groups;

	private final LedgerPage page;

	private final AllocatedRules rules;

	private final CustomerReference customer;

	private final String name;

	Turn(AzureSettings settings, SecurityGroups groups, LedgerPage page, Clock clock, CustomerReference customer) {
		this.settings = settings;
		this.groups = groups;
		this.page = page;
		this.rules = new AllocatedRules(page, clock);
		this.customer = customer;
		this.name = SecurityRule.nameFor(customer);
	}

	/** The rule that the customer may have. */
	Optional<AllocatedRule> onRecord() {
		return this.rules.of(this.customer);
	}

	/**
	 * Have the rule in force, for the address that is on record.
	 * @param until what it tells of its end
	 * @return whether it had to be written
	 */
	boolean open(Customer current, Instant until) {
		String group = this.settings.securityGroup();
		// the connector's group may be another one since the rule was made
		onRecord().filter((rule) -> !rule.securityGroup().equals(group)).ifPresent(this::remove);
		hold(group);
		return Deadline.within(CALLS, () -> openIn(group, current, until));
	}

	/**
	 * Have the rule gone.
	 * @return whether it was on record
	 */
	boolean close() {
		Optional<AllocatedRule> rule = onRecord();
		rule.ifPresent(this::remove);
		return rule.isPresent();
	}

	/**
	 * Have the rule gone from our group, too, where it is not on record.
	 * @return whether it was anywhere
	 */
	boolean sweep() {
		boolean closed = close();
		String group = this.settings.securityGroup();
		hold(group);
		return Deadline.within(CALLS, () -> this.groups.delete(group, this.name)) || closed;
	}

	private boolean openIn(String group, Customer current, Instant until) {
		List<SecurityRule> there = this.groups.rulesOf(group);
		AllocatedRule allocated = this.rules.allocate(this.customer, group, this.settings.priorities(),
				prioritiesOfOthers(there));
		SecurityRule wanted = SecurityRule.admitting(current, this.settings.port(), allocated.priority(), until);
		boolean missing = !isThere(there, wanted);
		if (missing) {
			this.groups.put(group, this.name, wanted);
		}
		if (!this.rules.opened(allocated)) {
			// we were taken for dead, and somebody closed it: it must not stay
			this.groups.delete(group, this.name);
			throw new IllegalStateException("The rule of " + this.customer + " was closed while it was opened");
		}
		return missing;
	}

	private boolean isThere(List<SecurityRule> there, SecurityRule wanted) {
		return there.stream()
			.filter((rule) -> rule.isNamed(this.name))
			.findFirst()
			.flatMap((rule) -> rule.isBusy() ? this.groups.settled(this.settings.securityGroup(), this.name)
					: Optional.of(rule))
			.filter((rule) -> rule.does(wanted) && rule.says(wanted))
			.isPresent();
	}

	private Set<Integer> prioritiesOfOthers(List<SecurityRule> there) {
		return there.stream()
			.filter((rule) -> !rule.isNamed(this.name))
			.map((rule) -> rule.properties().priority())
			.collect(Collectors.toSet());
	}

	private void remove(AllocatedRule rule) {
		hold(rule.securityGroup());
		Deadline.within(CALLS, () -> this.groups.delete(rule.securityGroup(), this.name));
		this.rules.closed(rule);
	}

	/** Hold a name on all nodes until the turn is over. */
	final void hold(Object what) {
		Duration patience = Deadline.atMost(this.settings.patience());
		if (patience.toMillis() == 0 || !this.page.hold("firewall " + what, patience)) {
			throw new OthersFirst(AzureCalls.SYSTEM);
		}
	}

}
