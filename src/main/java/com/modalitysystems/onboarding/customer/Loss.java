package com.modalitysystems.onboarding.customer;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What made an onboarding end before it was live, by the last such event of its trail.
 */
public enum Loss {

	/** We did not approve it. */
	rejected("what = 'requestRejected'"),
	/** The request could not be put right. */
	notPutRight("what = 'onboardingClosed'"),
	/** Nobody consented in time. */
	expired("what = 'consentExpired'"),
	/** Staff saw no way on. */
	givenUp("what = 'onboardingGivenUp'"),
	/** The customer stopped it. */
	stoppedByCustomer("what = 'cancellationRequested' and actor = 'customer'"),
	/** Staff stopped it. */
	stoppedByStaff("what = 'cancellationRequested' and actor <> 'customer'"),
	/** It ended before anybody wrote down why. */
	unknown("false");

	/** Which it is, as SQL for one event. */
	static final String OF_AN_EVENT = Arrays.stream(values())
		.map((loss) -> "when " + loss.event + " then '" + loss.name() + "'")
		.collect(Collectors.joining(" ", "case ", " end"));

	private final String event;

	Loss(String event) {
		this.event = event;
	}

}
