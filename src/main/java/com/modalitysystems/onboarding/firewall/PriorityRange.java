package com.modalitysystems.onboarding.firewall;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The priorities that are ours to give to rules, such as {@code 2000-2999}. The lower
 * wins.
 *
 * @param first the first
 * @param last the last
 */
record PriorityRange(int first, int last) {

	private static final Pattern SHAPE = Pattern.compile("\\s*(\\d{3,4})\\s*-\\s*(\\d{3,4})\\s*");

	PriorityRange {
		// what Azure allows
		if (first < 100 || last > 4096 || first > last) {
			throw new IllegalArgumentException("Priorities are a range within 100-4096, such as 2000-2999");
		}
	}

	// public, or Spring does not find it when it reads the settings
	public static PriorityRange of(String text) {
		Matcher range = SHAPE.matcher(text);
		if (!range.matches()) {
			throw new IllegalArgumentException("Priorities are a range within 100-4096, such as 2000-2999");
		}
		return new PriorityRange(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)));
	}

	/** The first that nobody has. */
	int firstNotIn(Set<Integer> taken) {
		return IntStream.rangeClosed(this.first, this.last)
			.filter((priority) -> !taken.contains(priority))
			.findFirst()
			.orElseThrow(() -> new PrioritiesUsedUp(this));
	}

	int size() {
		return this.last - this.first + 1;
	}

	/** How many nobody has, neither in the group nor on our record. */
	int freeBeside(List<SecurityRule> there, List<AllocatedRule> onRecord) {
		Set<Integer> taken = Stream
			.concat(there.stream().map((rule) -> rule.properties().priority()),
					onRecord.stream().map(AllocatedRule::priority))
			.filter((priority) -> priority >= this.first && priority <= this.last)
			.collect(Collectors.toSet());
		return size() - taken.size();
	}

	@Override
	public String toString() {
		return this.first + "-" + this.last;
	}

}
