package com.modalitysystems.onboarding.customer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;

import com.modalitysystems.onboarding.time.Remembered;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How long the parts of the way took in the last months, in our own experience. */
@Repository
public class UsualTimes {

	private static final Duration LATELY = Duration.ofDays(180);

	private static final Duration GOOD = Duration.ofMinutes(10);

	// fewer are no experience
	private static final int ENOUGH = 20;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Remembered<Map<Phase, Duration>> medians = new Remembered<>(GOOD, this::ask);

	UsualTimes(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The median of each phase that enough have gone through. */
	public Map<Phase, Duration> known() {
		return this.medians.get();
	}

	// where the beginning was repeated because it led nowhere, the last one counts
	private Map<Phase, Duration> ask() {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				select phase, percentile_cont(0.5) within group (order by extract(epoch from ended - began)) as seconds
				from (
					select phase, trail.at as ended, (
						select max(beginning.at) from trail beginning
						where beginning.reference = trail.reference and beginning.id < trail.id
						and beginning.what = any (string_to_array(beginnings, ' '))) as began
					from (values
						('approval', 'onboardingRequested', 'requestApproved', null),
						('consent', 'consentStarted', 'consentReturned', null),
						('check', 'consentReturned consentReported', 'consentChecked', 'verified'),
						('preparation', 'consentChecked', 'tenantKeyIssued', null),
						('policy', 'tenantKeyIssued', 'setupReported', null),
						('testCall', 'setupReported', 'serviceConfirmed', null)
					) as phases (phase, beginnings, ending, outcome)
					join trail on trail.what = ending and trail.at between :since and :now
					where outcome is null or details ->> 'outcome' = outcome) as waited
				where began is not null
				group by phase having count(*) >= :enough""")
			.param("since", now.minus(LATELY).atOffset(ZoneOffset.UTC))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("enough", ENOUGH)
			.query(Median.class)
			.list()
			.stream()
			.collect(Collectors.toMap(Median::phase, Median::duration));
	}

	/** A part of the way, named for what ends it. */
	public enum Phase {

		/** That we approve a request. */
		approval,
		/** That somebody comes back from the consent page. */
		consent,
		/** That the tenant shows the consent. */
		check,
		/** That we issue the values. */
		preparation,
		/** That the customer says that the policy is in place. */
		policy,
		/** That our test call works. */
		testCall

	}

	private record Median(Phase phase, double seconds) {

		Duration duration() {
			return Duration.ofSeconds(Math.round(this.seconds));
		}

	}

}
