package com.modalitysystems.onboarding.setup;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.InvitationProof;
import com.modalitysystems.onboarding.customer.InvitationProof.Outcome;
import com.modalitysystems.onboarding.customer.IssuedValues;

/**
 * An invitation to a meeting, in which Teams writes the way in for meeting rooms: a
 * heading, the tenant key, the meeting's video ID, and the link to more ways.
 */
final class Invitation {

	private static final Pattern TEAMS = Pattern
		.compile("(?i)teams\\.(?:microsoft|live|cloud\\.microsoft)(?:\\.com)?|microsoft teams");

	// the heading, or the word before the video ID, in the languages we have seen
	private static final Pattern BLOCK = Pattern
		.compile("(?i)video\\W?conferenc|videokonferenz|vid[ée]o\\W?conf|visioconf"
				+ "|\\bVTC\\b|tenant key|mandantenschlüssel|video\\W?id\\b|\\bid vid[ée]o");

	private static final Pattern KEY = Pattern
		.compile("(?<![\\w.+-])[\\w.+-]{1,64}@([\\w-]{1,63}(?:\\.[\\w-]{1,63})+)");

	// the identity of the meeting stands in every provider's link
	private static final Pattern LINK = Pattern
		.compile("(?i)^https?://([a-z0-9.-]++).*[?&](?:conf|confid|conferenceid)=[0-9]{6,}");

	private static final String MEETING = "{ConfId}";

	/** How far behind its heading a block reaches, in characters. */
	private static final int REACH = 300;

	private static final int MOST_BLOCKS = 100;

	private final String text;

	// the domains to which it leads meeting rooms
	private final List<String> ofKeys;

	private final List<String> ofLinks;

	private Invitation(String text) {
		this.text = text;
		this.ofKeys = BLOCK.matcher(text)
			.results()
			.limit(MOST_BLOCKS)
			.map(heading -> text.substring(heading.start(), Math.min(heading.end() + REACH, text.length())))
			.flatMap(block -> domains(KEY, block).limit(1))
			.toList();
		this.ofLinks = InvitationText.addresses(text).flatMap(address -> domains(LINK, address).limit(1)).toList();
	}

	private static Stream<String> domains(Pattern pattern, String text) {
		return pattern.matcher(text).results().map(found -> found.group(1).toLowerCase(Locale.ROOT));
	}

	static Invitation of(String pasted) {
		return new Invitation(InvitationText.plain(pasted));
	}

	/** What it shows of these values. */
	InvitationProof proves(IssuedValues issued, Instant now) {
		boolean key = holds(word(Pattern.quote(issued.tenantKey())));
		boolean link = holds(linkOf(issued.instructionUri()));
		boolean domain = key || leadsTo(issued.tenantKey().substring(issued.tenantKey().lastIndexOf('@') + 1));
		boolean ours = domain || link || leadsTo(hostOf(issued.instructionUri()));
		return new InvitationProof(outcome(key, link, ours), key, domain, link, now);
	}

	private Outcome outcome(boolean key, boolean link, boolean ours) {
		if (key || (link && this.ofKeys.isEmpty())) {
			return (key && link) ? Outcome.complete : Outcome.incomplete;
		}
		if (ours) {
			return Outcome.wrongKey;
		}
		if (!this.ofKeys.isEmpty() || !this.ofLinks.isEmpty()) {
			return Outcome.otherService;
		}
		return TEAMS.matcher(this.text).find() ? Outcome.noneYet : Outcome.notAnInvitation;
	}

	private boolean leadsTo(String domain) {
		String wanted = domain.toLowerCase(Locale.ROOT);
		return Stream.concat(this.ofKeys.stream(), this.ofLinks.stream())
			.anyMatch(led -> led.equals(wanted) || led.endsWith("." + wanted));
	}

	private boolean holds(String pattern) {
		return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(this.text).find();
	}

	private static String word(String pattern) {
		return "(?<![\\w.+-])" + pattern + "(?![\\w-]|\\.\\w)";
	}

	/**
	 * The link as it stands in an invitation, where Microsoft has put the meeting's
	 * number.
	 */
	private static String linkOf(String instructionUri) {
		return Arrays.stream(instructionUri.split(Pattern.quote(MEETING), -1))
			.map(Pattern::quote)
			.collect(Collectors.joining("[0-9]{5,20}")) + "(?![\\w=&%-])";
	}

	private static String hostOf(String instructionUri) {
		String host = URI.create(instructionUri.replace(MEETING, "0")).getHost();
		return (host != null) ? host : instructionUri;
	}

}
