package com.modalitysystems.onboarding.insight;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;

/** Puts the figures together. */
@Component
class Reports {

	private final Stays stays;

	private final Figures figures;

	private final Trend trend;

	private final OpenOnboardings open;

	private final Clock clock;

	Reports(Stays stays, Figures figures, Trend trend, OpenOnboardings open, Clock clock) {
		this.stays = stays;
		this.figures = figures;
		this.trend = trend;
		this.open = open;
		this.clock = clock;
	}

	Report of(Period period) {
		this.stays.count();
		Instant now = this.clock.instant();
		Instant since = period.since(now);
		List<Waiting> waiting = this.open.at(now);
		return new Report(period, now, this.figures.funnel(since, now), this.figures.toLive(since, now).orElse(null),
				Places.of(waiting), this.figures.stageTimes(since, now), this.trend.weeks(since, now), waiting,
				this.figures.lost(since, now));
	}

}
