package com.modalitysystems.onboarding.intake;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.EmailAddress;

/**
 * Who asks for an onboarding, at which door.
 *
 * @param name whose keys are meant; keys of different callers do not meet
 * @param actor who the trail says it was
 * @param limits what is counted for them, besides the recipient
 */
record Caller(String name, Actor actor, List<Limit> limits) {

	/** The name of all who come to the page; their keys are random. */
	static final String PAGE = "page";

	/** The name of all staff who send files; the keys are those of the rows. */
	static final String FILE = "file";

	/** Somebody on the page. */
	static Caller onPage(CallerAddress address, IntakeSettings.Limits limits) {
		return new Caller(PAGE, Actor.CUSTOMER,
				List.of(new Limit("address", address.network(), limits.perAddress(), limits.period()),
						new Limit("all", "all", limits.inAll(), limits.period())));
	}

	/** A system of the service's own. */
	static Caller ofApi(String user, IntakeSettings.Limits limits) {
		return new Caller("api:" + user, Actor.staff(user),
				List.of(new Limit("user", user, limits.perApiUser(), limits.period())));
	}

	/** Somebody of the staff, with a file. */
	static Caller ofFile(String user, IntakeSettings.Limits limits) {
		return new Caller(FILE, Actor.staff(user),
				List.of(new Limit("staff", user, limits.perApiUser(), limits.period())));
	}

	/** All that is counted when they name somebody as the one to write to. */
	List<Limit> limitsWith(EmailAddress recipient, IntakeSettings.Limits limits) {
		// anna+1@ and Anna@ reach the same person
		String mailbox = recipient.value().toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*@", "@");
		Limit named = new Limit("recipient", mailbox, limits.perRecipient(), limits.period());
		return Stream.concat(this.limits.stream(), Stream.of(named)).toList();
	}

}
