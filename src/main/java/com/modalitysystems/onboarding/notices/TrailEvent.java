package com.modalitysystems.onboarding.notices;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as others are told of it.
 *
 * @param number its place on the trail; the same event always has the same
 * @param at when
 * @param actor who did it: {@code customer}, {@code staff}, {@code microsoft} or
 * {@code system}; never which person
 * @param what what, in the past tense
 * @param details what else is to know
 * @param onboarding whose onboarding, as it stands now
 */
record TrailEvent(long number, Instant at, String actor, String what, Map<String, String> details, Subject onboarding) {

	/** Its name for others, who may be told of it twice. */
	String id() {
		return "evt_" + this.number;
	}

	/** A detail; empty when there is none of that name. */
	String detail(String name) {
		return this.details.getOrDefault(name, "");
	}

	/**
	 * An onboarding.
	 *
	 * @param reference its reference
	 * @param company who is being onboarded
	 * @param externalReference what the system that asked for it calls it
	 * @param tenantId the customer's tenant, once it is known
	 * @param state where it stands
	 * @param waitingFor for whom it waits
	 * @param since since when
	 */
	record Subject(String reference, String company, @Nullable String externalReference, @Nullable String tenantId,
			String state, String waitingFor, Instant since) {
	}

}
