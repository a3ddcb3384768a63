package com.modalitysystems.onboarding.stories;

import java.util.List;

/**
 * One thing that happens: the first of some that somebody waits for, or else the last of
 * them all the same.
 *
 * @param happenings of which one happens
 * @param thenWork whether what is due then is done before the next
 */
record Chance(List<Happening> happenings, boolean thenWork) {

	Happening in(Town town) {
		return this.happenings.stream()
			.filter(happening -> happening.fits().test(town))
			.findFirst()
			.orElse(this.happenings.get(this.happenings.size() - 1));
	}

}
