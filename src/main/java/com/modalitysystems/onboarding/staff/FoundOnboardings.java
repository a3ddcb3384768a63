package com.modalitysystems.onboarding.staff;

import java.util.List;

/**
 * A page of the onboardings that were looked for.
 *
 * @param lines those of this page
 * @param page which one, from 0
 * @param total how many there are on all pages
 */
record FoundOnboardings(List<FoundOnboarding> lines, int page, long total) {

	static final int SIZE = 50;

	static final FoundOnboardings NONE = new FoundOnboardings(List.of(), 0, 0);

	/**
	 * The page that is shown to whoever asks for one.
	 * @param page which one, from 0
	 * @param total how many onboardings there are
	 */
	static int nearest(int page, long total) {
		return (int) Math.max(0, Math.min(page, (total - 1) / SIZE));
	}

	/** The number of the first one of this page, from 1. */
	public long first() {
		return (long) this.page * SIZE + 1;
	}

	/** The number of the last one of this page. */
	public long last() {
		return first() + this.lines.size() - 1;
	}

	/** Whether there are others, on other pages. */
	public boolean isPart() {
		return this.total > this.lines.size();
	}

	public boolean hasOlder() {
		return last() < this.total;
	}

}
