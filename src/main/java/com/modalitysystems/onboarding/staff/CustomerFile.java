package com.modalitysystems.onboarding.staff;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.process.ComingLetters;
import com.modalitysystems.onboarding.process.MarkedDrawing;
import com.modalitysystems.onboarding.process.OpenTrouble;
import com.modalitysystems.onboarding.process.PastLetter;
import com.modalitysystems.onboarding.process.Provision;
import com.modalitysystems.onboarding.process.SkippedStep;
import com.modalitysystems.onboarding.process.Whereabouts;
import org.jspecify.annotations.Nullable;

/**
 * All that staff know of one onboarding.
 *
 * @param customer the record
 * @param whereabouts where it stands on the drawing
 * @param paper how large the drawing is
 * @param provision what it has in Azure and on Pexip
 * @param coming what comes by itself if nobody does anything
 * @param troubles what failed, and waits for somebody
 * @param skipped what failed, and was skipped
 * @param letters what was written, newest first
 * @param trail what happened, newest first
 */
record CustomerFile(Customer customer, Whereabouts whereabouts, MarkedDrawing.Paper paper, Provision provision,
		ComingLetters coming, List<OpenTrouble> troubles, List<SkippedStep> skipped, List<PastLetter> letters,
		List<TrailWords.Line> trail) {

	/** For whom it waits; nobody is waited for once it is over or live. */
	public boolean isWaiting() {
		return switch (this.customer.stage()) {
			case live, rejected, closed, cancelled -> false;
			default -> true;
		};
	}

	/** A moment as the pages write it. */
	public @Nullable OffsetDateTime at(@Nullable Instant moment) {
		return (moment != null) ? moment.atOffset(ZoneOffset.UTC) : null;
	}

}
