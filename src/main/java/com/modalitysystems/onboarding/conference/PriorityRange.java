package com.modalitysystems.onboarding.conference;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Priorities of routing rules that are ours to give, such as {@code 50-199}. The lower
 * wins.
 *
 * @param first the first
 * @param last the last
 */
record PriorityRange(int first, int last) {

	private static final Pattern SHAPE = Pattern.compile("\\s*(\\d{1,3})\\s*-\\s*(\\d{1,3})\\s*");

	private static final String RULE = "conference.pexip.own-priorities must be a range within 1-200, such as 50-199";

	PriorityRange {
		// what Pexip allows
		if (first < 1 || last > 200 || first > last) {
			throw new IllegalArgumentException(RULE);
		}
	}

	// public, or Spring does not find it when it reads the settings
	public static PriorityRange of(String text) {
		Matcher range = SHAPE.matcher(text);
		if (!range.matches()) {
			throw new IllegalArgumentException(RULE);
		}
		return new PriorityRange(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)));
	}

	/** Those that nobody has, the lowest first. */
	List<Integer> notIn(Set<Integer> taken) {
		return IntStream.rangeClosed(this.first, this.last)
			.filter((priority) -> !taken.contains(priority))
			.boxed()
			.toList();
	}

	@Override
	public String toString() {
		return this.first + "-" + this.last;
	}

}
