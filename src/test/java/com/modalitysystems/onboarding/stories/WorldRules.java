package com.modalitysystems.onboarding.stories;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.AddressWindow;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Stage;

/** What the world outside and our record say of each other. */
final class WorldRules {

	private static final List<Stage> PAST_CONSENT = List.of(Stage.awaitingSetup, Stage.confirming, Stage.live);

	private WorldRules() {
	}

	/**
	 * Nobody gets past the consent but by the consent of their very own tenant, and no
	 * stranger takes over by himself.
	 */
	static Stream<String> brokenNow(Town town, Guest guest, Customer customer) {
		boolean verified = customer.consent() != null && customer.consent().isVerified();
		if (verified && !guest.granted) {
			// seen just now, and nothing has changed there since
			guest.granted = customer.requireTenantId().value().equals(guest.tenant())
					&& "granted".equals(saysOfUs(town, customer));
		}
		boolean past = verified || customer.issued() != null || PAST_CONSENT.contains(customer.stage());
		String administrator = customer.administrator().email().value();
		boolean known = administrator.endsWith("@" + guest.domain()) || guest.approved.contains(administrator);
		return Stream
			.of(complaint(!past || guest.granted, customer.stage() + " without the consent of the tenant"),
					complaint(known, administrator + " took over, of whom staff do not know"))
			.flatMap(Optional::stream);
	}

	/** The firewall lets in whom the record says, and nobody else. */
	static Stream<String> brokenAtRest(Town town, Customer customer, boolean withStaff) {
		AddressWindow window = customer.window();
		List<String> there = rules(town, customer);
		List<String> onRecord = Optional.ofNullable(window.opened())
			.map(address -> address.asPrefix())
			.stream()
			.toList();
		boolean asAsked = withStaff || window.opened() == null
				|| window.opened().equals(customer.administrator().address());
		return Stream.of(complaint(there.equals(onRecord), "Azure lets in " + there + ", the record " + onRecord),
				complaint(asAsked, "it is open for " + window.opened() + ", not for " + customer.administrator()),
				complaint(withStaff || !window.isOverdue(town.now()), "the window stands open too long"),
				complaint(!window.isOpen() || customer.stage() == Stage.awaitingConsent,
						"the window is open at " + customer.stage()))
			.flatMap(Optional::stream);
	}

	/** Who is over leaves nothing behind. */
	static Stream<String> brokenAtTheEnd(Town town, Customer customer) {
		List<String> left = town.jdbc.sql("""
				select kind || ' ' || (body ->> 'name') from sandbox.thing
				where kind like 'pexip/%' and starts_with(body ->> 'name', :reference)""")
			.param("reference", customer.reference().value())
			.query(String.class)
			.list();
		return (customer.stage().isOver() && !left.isEmpty()) ? Stream.of("Pexip still has " + left) : Stream.empty();
	}

	private static String saysOfUs(Town town, Customer customer) {
		return town.jdbc.sql("select body ->> 'consent' from sandbox.thing where kind = 'tenant' and id = :tenant")
			.param("tenant", customer.requireTenantId().asText())
			.query(String.class)
			.single();
	}

	private static List<String> rules(Town town, Customer customer) {
		return town.jdbc.sql("""
				select body -> 'properties' ->> 'sourceAddressPrefix' from sandbox.thing
				where kind = 'rule' and lower(id) = lower('onboarding-' || :reference)""")
			.param("reference", customer.reference().value())
			.query(String.class)
			.list();
	}

	private static Optional<String> complaint(boolean well, String words) {
		return well ? Optional.empty() : Optional.of(words);
	}

}
