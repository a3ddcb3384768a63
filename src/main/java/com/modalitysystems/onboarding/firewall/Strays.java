package com.modalitysystems.onboarding.firewall;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;

import org.springframework.stereotype.Component;

/**
 * Finds rules of ours that lie in the security group without a reason. A node that was
 * paused while Azure wrote a rule, and was taken for dead meanwhile, can leave one
 * behind. They are told and not removed: whoever looks at one may learn what went wrong.
 */
@Component
class Strays {

	// the step that removes the rule may be on its way
	private static final Duration GRACE = Duration.ofMinutes(15);

	private final SecurityGroups groups;

	private final AzureSettings settings;

	private final Customers customers;

	private final Clock clock;

	Strays(SecurityGroups groups, AzureSettings settings, Customers customers, Clock clock) {
		this.groups = groups;
		this.settings = settings;
		this.customers = customers;
		this.clock = clock;
	}

	/**
	 * Find them.
	 * @param there the rules of our security group, read before this is called
	 * @param rules our record
	 */
	List<Stray> among(List<SecurityRule> there, AllocatedRules rules) {
		return there.stream()
			.flatMap((rule) -> rule.owner().stream())
			.flatMap((owner) -> why(owner, rules).map((why) -> new Stray(SecurityRule.nameFor(owner), why)).stream())
			.toList();
	}

	private Optional<String> why(CustomerReference owner, AllocatedRules rules) {
		Optional<Customer> customer = this.customers.find(owner);
		if (!isOnRecord(owner, rules)) {
			String why = customer.isPresent() ? "closed on our record" : "no onboarding of ours has this name";
			// it may have been removed, or opened anew, since the rules were read
			return isStillThere(owner) && !isOnRecord(owner, rules) ? Optional.of(why) : Optional.empty();
		}
		return customer.filter((one) -> !isOutOfUse(one)).isPresent() ? Optional.empty()
				: Optional.of("its onboarding has no more use for it");
	}

	private boolean isOnRecord(CustomerReference owner, AllocatedRules rules) {
		return rules.of(owner).filter((rule) -> rule.securityGroup().equals(this.settings.securityGroup())).isPresent();
	}

	private boolean isStillThere(CustomerReference owner) {
		return this.groups.find(this.settings.securityGroup(), SecurityRule.nameFor(owner)).isPresent();
	}

	private boolean isOutOfUse(Customer customer) {
		Instant longAgo = this.clock.instant().minus(GRACE);
		return !customer.mayYetConsent() && customer.since().isBefore(longAgo)
				&& (customer.consent() == null || customer.consent().lookedAt().isBefore(longAgo));
	}

}
