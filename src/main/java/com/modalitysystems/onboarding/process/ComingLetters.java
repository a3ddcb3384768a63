package com.modalitysystems.onboarding.process;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What comes by itself as long as nobody does anything: letters, our call, the end of the
 * time.
 *
 * @param zone where the customer is
 * @param steps what comes, one after the other
 * @param rest why no reminder comes for now, if so
 */
public record ComingLetters(ZoneId zone, List<Step> steps, @Nullable Rest rest) {

	public ComingLetters {
		steps = List.copyOf(steps);
	}

	/** Whether there is nothing to say. */
	public boolean isEmpty() {
		return this.steps.isEmpty() && this.rest == null;
	}

	/**
	 * One thing that comes.
	 *
	 * @param kind what
	 * @param at when, where the customer is
	 */
	public record Step(Kind kind, ZonedDateTime at) {
	}

	/** What comes. */
	public enum Kind {

		/** A letter that reminds of the consent. */
		consentReminder,
		/** A letter that reminds of the policy. */
		setupReminder,
		/** All letters were written in vain: staff call. */
		call,
		/** The time for the consent is over, and a letter says so. */
		expiry,
		/** The time to renew is over, and a letter says so. */
		closure

	}

	/** What holds the reminders up. */
	public enum Rest {

		/** A letter may not have arrived: staff look at it first. */
		letterInTrouble,
		/** It is not the customer's turn, but ours. */
		ourTurn

	}

}
