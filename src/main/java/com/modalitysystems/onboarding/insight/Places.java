package com.modalitysystems.onboarding.insight;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.WaitingFor;

/**
 * Where those are who are on their way, and for whom they wait.
 *
 * @param stages each stage in which somebody can be
 */
record Places(List<Row> stages) {

	static Places of(List<Waiting> open) {
		return new Places(Arrays.stream(Stage.values())
			.filter((stage) -> !stage.isEnd())
			.map((stage) -> row(stage, open.stream().filter((one) -> one.stage() == stage).toList()))
			.toList());
	}

	private static Row row(Stage stage, List<Waiting> here) {
		Map<WaitingFor, Long> whom = new EnumMap<>(WaitingFor.class);
		for (WaitingFor somebody : WaitingFor.values()) {
			whom.put(somebody, here.stream().filter((one) -> one.waitingFor() == somebody).count());
		}
		return new Row(stage, whom, late(here, Lateness.overdue), late(here, Lateness.likelyLate));
	}

	private static long late(List<Waiting> here, Lateness lateness) {
		return here.stream().filter((one) -> one.lateness() == lateness).count();
	}

	public long total() {
		return this.stages.stream().mapToLong(Row::total).sum();
	}

	public long waitingFor(WaitingFor whom) {
		return this.stages.stream().mapToLong((row) -> row.whom().getOrDefault(whom, 0L)).sum();
	}

	public long overdue() {
		return this.stages.stream().mapToLong(Row::overdue).sum();
	}

	public long likelyLate() {
		return this.stages.stream().mapToLong(Row::likelyLate).sum();
	}

	/** How many are where the most are. */
	long most() {
		return this.stages.stream().mapToLong(Row::total).max().orElse(0);
	}

	/**
	 * One stage.
	 *
	 * @param stage which
	 * @param whom how many wait for whom
	 * @param overdue how many of them are overdue
	 * @param likelyLate how many of them will likely be
	 */
	record Row(Stage stage, Map<WaitingFor, Long> whom, long overdue, long likelyLate) {

		public long total() {
			return this.whom.values().stream().mapToLong(Long::longValue).sum();
		}

	}

}
