package com.modalitysystems.onboarding.insight;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.modalitysystems.onboarding.customer.Loss;
import com.modalitysystems.onboarding.customer.Step;
import org.jspecify.annotations.Nullable;

/**
 * How far those came who asked within a period.
 *
 * @param steps the steps, from the first to the last
 */
record Funnel(List<Row> steps) {

	static Funnel of(List<Group> groups) {
		long asked = sum(groups);
		return new Funnel(Arrays.stream(Step.values()).map((step) -> row(step, groups, asked)).toList());
	}

	private static Row row(Step step, List<Group> groups, long asked) {
		long reached = sum(groups.stream().filter((group) -> group.furthest().compareTo(step) >= 0).toList());
		List<Group> here = groups.stream().filter((group) -> group.furthest() == step).toList();
		Map<Loss, Long> lost = here.stream()
			.filter((group) -> group.loss() != null)
			.collect(Collectors.toMap(Group::loss, Group::onboardings, Long::sum, TreeMap::new));
		long still = sum(here.stream().filter((group) -> group.loss() == null).toList());
		return new Row(step, reached, (asked == 0) ? 0 : (double) reached / asked, still, lost);
	}

	private static long sum(List<Group> groups) {
		return groups.stream().mapToLong(Group::onboardings).sum();
	}

	/** How many asked. */
	public long asked() {
		return this.steps.get(0).reached();
	}

	/** How many are live. */
	public long live() {
		return this.steps.get(this.steps.size() - 1).reached();
	}

	/** How many ended before. */
	public long lost() {
		return this.steps.stream().mapToLong(Row::lostHere).sum();
	}

	/**
	 * One step.
	 *
	 * @param step which
	 * @param reached how many came to it
	 * @param share how many of those who asked, from 0 to 1
	 * @param here how many came no further yet
	 * @param lost how many ended here, and why
	 */
	record Row(Step step, long reached, double share, long here, Map<Loss, Long> lost) {

		public long lostHere() {
			return this.lost.values().stream().mapToLong(Long::longValue).sum();
		}

	}

	/**
	 * Onboardings that came equally far.
	 *
	 * @param furthest how far
	 * @param loss why they ended, if they did
	 * @param onboardings how many
	 */
	record Group(Step furthest, @Nullable Loss loss, long onboardings) {
	}

}
