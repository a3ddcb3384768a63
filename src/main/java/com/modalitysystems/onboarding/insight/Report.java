package com.modalitysystems.onboarding.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How onboarding goes.
 *
 * @param period of what time this is
 * @param at when it was looked at
 * @param funnel how far those came who asked
 * @param toLive what half of those took at most that became live, if any did
 * @param places where those are who are on their way
 * @param stages how long each stage takes
 * @param weeks what happened week by week
 * @param waiting those who are on their way
 * @param lost those that ended last, before they were live
 */
record Report(Period period, Instant at, Funnel funnel, @Nullable Duration toLive, Places places,
		List<StageTime> stages, List<Week> weeks, List<Waiting> waiting, List<Lost> lost) {
}
