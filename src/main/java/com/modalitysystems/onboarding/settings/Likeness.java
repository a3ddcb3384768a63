package com.modalitysystems.onboarding.settings;

import java.util.Locale;
import java.util.stream.IntStream;

/** How much two names look alike, whatever parts their words. */
final class Likeness {

	private Likeness() {
	}

	/** A name without what parts its words. */
	static String letters(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
	}

	/** How many letters must be put in, taken out or changed (Levenshtein). */
	static int distance(String name, String other) {
		String to = letters(other);
		int[] row = IntStream.rangeClosed(0, to.length()).toArray();
		for (char letter : letters(name).toCharArray()) {
			row = next(row, letter, to);
		}
		return row[to.length()];
	}

	private static int[] next(int[] above, char letter, String to) {
		int[] row = new int[above.length];
		row[0] = above[0] + 1;
		for (int i = 1; i < row.length; i++) {
			int changed = above[i - 1] + ((letter == to.charAt(i - 1)) ? 0 : 1);
			row[i] = Math.min(changed, Math.min(above[i], row[i - 1]) + 1);
		}
		return row;
	}

}
