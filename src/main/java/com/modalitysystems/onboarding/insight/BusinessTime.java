package com.modalitysystems.onboarding.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.WaitingFor;
import com.modalitysystems.onboarding.time.BusinessCalendar;
import com.modalitysystems.onboarding.time.Workplace;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * How long an onboarding stayed in a stage, in the business hours of those whose turn it
 * was there: the customer's, or ours.
 */
@Component
class BusinessTime {

	private final BusinessCalendar calendar;

	private final InsightSettings settings;

	private final Map<Home, Workplace> workplaces = new ConcurrentHashMap<>();

	BusinessTime(BusinessCalendar calendar, InsightSettings settings) {
		this.calendar = calendar;
		this.settings = settings;
	}

	/**
	 * How long.
	 * @param home where the customer is
	 */
	Duration in(Stage stage, Home home, Instant from, Instant to) {
		return this.calendar.between(from, to,
				(stage.waitsFor() == WaitingFor.customer) ? workplace(home) : this.settings.ours());
	}

	private Workplace workplace(Home home) {
		return this.workplaces.computeIfAbsent(home, (somewhere) -> Workplace.of(somewhere.country(),
				(somewhere.zone() != null) ? ZoneId.of(somewhere.zone()) : null, this.settings.ours()));
	}

	/**
	 * Where a customer is.
	 *
	 * @param country the country they named, if any
	 * @param zone the time zone they chose, if any
	 */
	record Home(@Nullable String country, @Nullable String zone) {
	}

}
