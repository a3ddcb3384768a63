package com.modalitysystems.onboarding.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

import com.modalitysystems.onboarding.doctor.Finding;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far this machine's clock is from the database's. Nodes whose clocks differ take
 * each other's work for due or for abandoned.
 *
 * @param machine this machine's clock
 */
record ClockDifference(Clock machine) {

	private static final Duration NOTABLE = Duration.ofSeconds(5);

	// minutes would outlive the lock of a job
	private static final Duration HARMFUL = Duration.ofSeconds(60);

	Finding to(JdbcClient database) {
		Instant before = this.machine.instant();
		Instant theirs = database.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
		Instant ours = before.plus(Duration.between(before, this.machine.instant()).dividedBy(2));
		return judged(Duration.between(ours, theirs).abs());
	}

	private static Finding judged(Duration difference) {
		String what = "its clock and this machine's differ by " + difference.toSeconds() + " s";
		String fix = "Let both keep their time by NTP.";
		if (difference.compareTo(HARMFUL) > 0) {
			return Finding.failed(what, fix);
		}
		return (difference.compareTo(NOTABLE) > 0) ? Finding.warning(what, fix)
				: Finding.ok("same time as on this machine");
	}

}
