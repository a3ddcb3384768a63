package com.modalitysystems.onboarding.stories;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

import com.modalitysystems.onboarding.customer.Stage;

/**
 * Something that may happen at any moment, although at some it is refused.
 *
 * @param words what it is
 * @param fits whether somebody waits for it
 * @param act how it happens
 */
record Happening(String words, Predicate<Town> fits, Consumer<Town> act) {

	Happening(String words, Consumer<Town> act) {
		this(words, town -> true, act);
	}

	/** The same, of somebody who is expected to do it at these stages. */
	Happening at(int who, Stage... stages) {
		return new Happening(this.words, town -> Set.of(stages).contains(town.customer(town.guest(who)).stage()),
				this.act);
	}

	/** The same, where this is so. */
	Happening where(Predicate<Town> itFits) {
		return new Happening(this.words, itFits, this.act);
	}

	@Override
	public String toString() {
		return this.words;
	}

}
