package com.modalitysystems.onboarding.customer;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What the customer was told to be wrong with the consent.
 *
 * @param told which outcome they were told last
 * @param at when
 * @param times how often they were told of a trouble in this stage
 */
public record ConsentTrouble(Consent.@Nullable Outcome told, @Nullable Instant at, int times) {

	/** Nothing was wrong yet. */
	public static final ConsentTrouble NONE = new ConsentTrouble(null, null, 0);

}
