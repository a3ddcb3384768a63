package com.modalitysystems.onboarding.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What happens, one thing after the other.
 *
 * @param starts how far each customer is when it begins
 * @param chances what happens then
 */
record Story(List<Start> starts, List<Chance> chances) {

	/** Tell it, and say at once when something is wrong. */
	void tell(Town town) {
		List<String> told = new ArrayList<>();
		for (int who = 0; who < this.starts.size(); who++) {
			this.starts.get(who).reach(town, town.guest(who));
		}
		check(HouseRules.broken(town), told);
		for (Chance chance : this.chances) {
			tell(chance.in(town), town, told);
			if (chance.thenWork()) {
				tell(WorldActs.workIsDone(), town, told);
			}
		}
		Ending.HAPPENINGS.forEach(happening -> tell(happening, town, told));
		check(HouseRules.brokenAtTheEnd(town), told);
	}

	private static void tell(Happening happening, Town town, List<String> told) {
		try {
			String before = town.standing();
			happening.act().accept(town);
			String after = town.standing();
			told.add(after.equals(before) ? happening.words() : happening + " -> " + after);
		}
		catch (RuntimeException | AssertionError ex) {
			throw new AssertionError(in(told) + "\n" + happening + ": " + ex, ex);
		}
		check(HouseRules.broken(town), told);
	}

	private static void check(List<String> broken, List<String> told) {
		if (!broken.isEmpty()) {
			throw new AssertionError(in(told) + "\n\n" + String.join("\n", broken));
		}
	}

	private static String in(List<String> told) {
		return told.stream().collect(Collectors.joining("\n", "\n", ""));
	}

	/** What happens in it is in the words of its failure. */
	@Override
	public String toString() {
		return this.chances.size() + " chances after " + this.starts;
	}

}
