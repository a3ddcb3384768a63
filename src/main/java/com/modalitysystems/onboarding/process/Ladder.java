package com.modalitysystems.onboarding.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The reminders of one wait for one customer. The last one is a call.
 *
 * @param rungs when each is due unless something puts it off
 */
record Ladder(List<Instant> rungs) {

	/** How many of them are letters. */
	int letters() {
		return Math.max(0, this.rungs.size() - 1);
	}

	/** How many are due at this moment, or were before. */
	int dueAt(Instant moment) {
		return (int) this.rungs.stream().filter(rung -> !rung.isAfter(moment)).count();
	}

	/** How many of the letters are: after a downtime several at once. */
	int lettersDueAt(Instant moment) {
		return Math.min(dueAt(moment), letters());
	}

	/**
	 * When the next one comes; none after the last.
	 * @param sent how many are done with
	 * @param rest before when none comes, if so
	 */
	Optional<Instant> next(int sent, @Nullable Instant rest) {
		return this.rungs.stream()
			.skip(sent)
			.findFirst()
			.map(rung -> (rest != null && rest.isAfter(rung)) ? rest : rung);
	}

}
