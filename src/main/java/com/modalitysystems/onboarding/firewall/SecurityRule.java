package com.modalitysystems.onboarding.firewall;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a network security group, as Azure writes it.
 *
 * @param name its name in the group
 * @param properties what it says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SecurityRule(@Nullable String name, Properties properties) {

	// what Azure calls a state that does not change by itself any more
	private static final Set<String> SETTLED = Set.of("Succeeded", "Failed", "Canceled");

	private static final String PREFIX = "onboarding-";

	/** The name of a customer's rule. */
	static String nameFor(CustomerReference reference) {
		return PREFIX + reference;
	}

	/** The rule that lets a customer's administrator in. */
	static SecurityRule admitting(Customer customer, int port, int priority, Instant until) {
		String description = "OneMeeting onboarding " + customer.reference() + ", expires "
				+ until.atOffset(ZoneOffset.UTC).toLocalDate();
		return new SecurityRule(null, new Properties(description, "Tcp", "*", Integer.toString(port),
				customer.administrator().address().asPrefix(), null, "*", "Allow", priority, "Inbound", null));
	}

	/** Whose rule it is, if its name is one that we give. */
	Optional<CustomerReference> owner() {
		if (this.name == null || !this.name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
			return Optional.empty();
		}
		try {
			return Optional.of(CustomerReference.of(this.name.substring(PREFIX.length())));
		}
		catch (Refused ex) {
			return Optional.empty();
		}
	}

	/** Whether it keeps everybody away from a port, of whom no rule before it speaks. */
	boolean keepsAllAwayFrom(int port) {
		return this.properties.keepsAllAwayFrom(Integer.toString(port));
	}

	boolean isNamed(String wanted) {
		return wanted.equalsIgnoreCase(this.name);
	}

	/** Whether Azure is still at work on it. */
	boolean isBusy() {
		String state = this.properties.provisioningState();
		return state != null && !SETTLED.contains(state);
	}

	boolean isInForce() {
		return "Succeeded".equals(this.properties.provisioningState());
	}

	/** Whether it is in force and does what the other one shall do. */
	boolean does(SecurityRule wanted) {
		return isInForce() && this.properties.essence().equals(wanted.properties.essence());
	}

	/** Whether it tells its reader the same. */
	boolean says(SecurityRule wanted) {
		return Objects.equals(this.properties.description(), wanted.properties.description());
	}

	/**
	 * What a rule says.
	 *
	 * @param description for whoever reads the list of rules
	 * @param protocol {@code Tcp}
	 * @param sourcePortRange from which ports
	 * @param destinationPortRange to which port
	 * @param sourceAddressPrefix from which address
	 * @param sourceAddressPrefixes from which addresses, where there are several
	 * @param destinationAddressPrefix to which address
	 * @param access {@code Allow} or {@code Deny}
	 * @param priority its place among the rules; the lowest wins
	 * @param direction {@code Inbound} or {@code Outbound}
	 * @param provisioningState how far Azure is with it; only Azure writes this
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Properties(@Nullable String description, @Nullable String protocol, @Nullable String sourcePortRange,
			@Nullable String destinationPortRange, @Nullable String sourceAddressPrefix,
			@Nullable List<String> sourceAddressPrefixes, @Nullable String destinationAddressPrefix,
			@Nullable String access, int priority, @Nullable String direction, @Nullable String provisioningState) {

		private boolean keepsAllAwayFrom(String port) {
			return "Deny".equalsIgnoreCase(this.access) && "Inbound".equalsIgnoreCase(this.direction)
					&& Set.of("*", "tcp").contains(lower(this.protocol))
					&& Set.of("*", "internet", "0.0.0.0/0").contains(lower(this.sourceAddressPrefix))
					&& Set.of("*", port).contains(lower(this.destinationPortRange));
		}

		private List<Object> essence() {
			return List.of(lower(this.protocol), lower(this.sourcePortRange), lower(this.destinationPortRange),
					sources(), lower(this.destinationAddressPrefix), lower(this.access), this.priority,
					lower(this.direction));
		}

		private List<String> sources() {
			return (this.sourceAddressPrefixes != null && !this.sourceAddressPrefixes.isEmpty())
					? this.sourceAddressPrefixes : List.of(lower(this.sourceAddressPrefix));
		}

		private static String lower(@Nullable String text) {
			return (text != null) ? text.toLowerCase(Locale.ROOT) : "";
		}

	}

}
