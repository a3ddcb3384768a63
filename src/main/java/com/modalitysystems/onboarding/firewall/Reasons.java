package com.modalitysystems.onboarding.firewall;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;

import org.springframework.stereotype.Component;

/**
 * What the record of a customer says of a rule: a rule has a reason while the customer's
 * window stands open there, and lets in the address that is written there.
 */
@Component
class Reasons {

	// the step that writes the record, or removes the rule, may be on its way
	private static final Duration GRACE = Duration.ofMinutes(15);

	private final SecurityGroups groups;

	private final AzureSettings settings;

	private final Customers customers;

	private final Clock clock;

	Reasons(SecurityGroups groups, AzureSettings settings, Customers customers, Clock clock) {
		this.groups = groups;
		this.settings = settings;
		this.customers = customers;
		this.clock = clock;
	}

	/**
	 * Why a rule has no reason, if so. A name that we do not give is no concern of ours.
	 * @param owner whose name it has
	 * @param onRecord the rule as we have it on record
	 */
	Optional<String> whyNot(CustomerReference owner, Optional<AllocatedRule> onRecord) {
		Customer customer = this.customers.find(owner).orElse(null);
		if (customer == null) {
			return Optional.of("no onboarding of ours has this name");
		}
		if (onRecord.isEmpty()) {
			return Optional.of("closed on our record");
		}
		Instant longAgo = this.clock.instant().minus(GRACE);
		if (!customer.mayYetConsent()) {
			return isOutOfUseSince(longAgo, customer) ? Optional.of("its onboarding has no more use for it")
					: Optional.empty();
		}
		return isOpen(customer, longAgo) || onRecord.get().isSince(longAgo) ? Optional.empty()
				: Optional.of("its window is shut");
	}

	/** Whether somebody is to come in at this moment. */
	boolean isWanted(Customer customer) {
		return customer.mayYetConsent() && isOpen(customer, this.clock.instant());
	}

	/** Whether a rule that has a reason is away, or is not what the record says. */
	boolean isWrong(AllocatedRule rule, List<SecurityRule> there) {
		return rule.opened() && this.customers.find(rule.owner())
			.filter(this::isWanted)
			.filter((customer) -> !isRight(rule, there, customer))
			.isPresent();
	}

	/**
	 * The rules that have no reason.
	 * @param there the rules of our security group, read before this is called
	 * @param rules our record
	 */
	List<Stray> strays(List<SecurityRule> there, AllocatedRules rules) {
		Set<CustomerReference> found = strayOnesOf(there, rules).map(Stray::owner).collect(Collectors.toSet());
		// one may have been removed, or opened anew, since the rules were read
		return found.isEmpty() ? List.of()
				: strayOnesOf(this.groups.rulesOf(this.settings.securityGroup()), rules)
					.filter((stray) -> found.contains(stray.owner()))
					.toList();
	}

	private Stream<Stray> strayOnesOf(List<SecurityRule> there, AllocatedRules rules) {
		return there.stream()
			.flatMap((rule) -> rule.owner().stream())
			.flatMap((owner) -> whyNot(owner, rules.of(owner)).map((why) -> new Stray(owner, why)).stream());
	}

	private boolean isRight(AllocatedRule rule, List<SecurityRule> there, Customer customer) {
		SecurityRule wanted = SecurityRule.admitting(customer, this.settings.port(), rule.priority(),
				this.clock.instant());
		return rule.securityGroup().equals(this.settings.securityGroup()) && there.stream()
			.filter((one) -> one.isNamed(SecurityRule.nameFor(rule.owner())))
			.anyMatch((one) -> one.isBusy() || one.does(wanted));
	}

	private static boolean isOpen(Customer customer, Instant moment) {
		return customer.window().isOpen() && !customer.window().isOverdue(moment);
	}

	private static boolean isOutOfUseSince(Instant moment, Customer customer) {
		return customer.since().isBefore(moment)
				&& (customer.consent() == null || customer.consent().lookedAt().isBefore(moment));
	}

}
