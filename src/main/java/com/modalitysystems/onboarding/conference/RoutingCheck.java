package com.modalitysystems.onboarding.conference;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.modalitysystems.onboarding.doctor.Finding;

/**
 * Whether calls to customers' meetings reach the rules that we make for them.
 */
class RoutingCheck {

	// a call to a meeting of a customer that nobody has
	private static final TenantKey NOBODY = new TenantKey("om-000000-doctor", "domain");

	private static final String MEETING = "1234567890";

	private static final int FEW_CUSTOMERS = 10;

	private final PexipSettings settings;

	private final List<JsonNode> rules;

	RoutingCheck(PexipSettings settings, List<JsonNode> rules) {
		this.settings = settings;
		this.rules = rules;
	}

	List<Finding> findings() {
		List<Finding> findings = new ArrayList<>();
		PriorityRange range = this.settings.ownPriorities();
		findings.add((range != null) ? own(range) : Finding.ok("all customers share the priorities "
				+ this.settings.trustedPriority() + " (trusted) and " + this.settings.guestPriority() + " (guests)"));
		int last = (range != null) ? range.last() : this.settings.guestPriority();
		this.rules.stream()
			.filter((rule) -> rule.path("priority").asInt() <= last && takesOurCalls(rule))
			.map((rule) -> Finding.warning(
					"the rule \"" + rule.path("name").asText() + "\" of priority " + rule.path("priority").asInt()
							+ " takes calls to customers' meetings that are meant for rules of ours",
					"narrow its pattern, or give it a higher priority than " + last))
			.forEach(findings::add);
		return findings;
	}

	private Finding own(PriorityRange range) {
		Set<Integer> taken = this.rules.stream()
			.map((rule) -> rule.path("priority").asInt())
			.collect(Collectors.toSet());
		int customers = range.notIn(taken).size() / 2;
		String what = "the priorities " + range + " have room for " + customers + " more customers";
		String fix = "widen conference.pexip.own-priorities, or leave it out so that all customers share two";
		if (customers == 0) {
			return Finding.failed(what, fix);
		}
		return (customers < FEW_CUSTOMERS) ? Finding.warning(what, fix) : Finding.ok(what);
	}

	private boolean takesOurCalls(JsonNode rule) {
		String dialled = NOBODY.prefix() + MEETING + "@" + this.settings.aliasDomain();
		try {
			return rule.path("enable").asBoolean(true) && rule.path("match_incoming_calls").asBoolean(true)
					&& Pattern.compile(rule.path("match_string").asText()).matcher(dialled).find();
		}
		catch (PatternSyntaxException ex) {
			// Pexip's expressions are Python's, and know a little that Java's do not
			return false;
		}
	}

}
