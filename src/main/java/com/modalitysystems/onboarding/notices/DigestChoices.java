package com.modalitysystems.onboarding.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.time.BusinessCalendar;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What each of our staff chose, and when their next digest is due. */
@Repository
@Transactional
class DigestChoices {

	private static final Duration TAKEN_FOR = Duration.ofMinutes(10);

	private final JdbcClient jdbc;

	private final BusinessCalendar calendar;

	private final NoticesSettings settings;

	private final Clock clock;

	DigestChoices(JdbcClient jdbc, BusinessCalendar calendar, NoticesSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.calendar = calendar;
		this.settings = settings;
		this.clock = clock;
	}

	Optional<DigestChoice> of(String person) {
		return this.jdbc.sql("select rhythm, topics from digest where person = :person")
			.param("person", person)
			.query((row, index) -> new DigestChoice(Rhythm.valueOf(row.getString("rhythm")),
					topics((String[]) row.getArray("topics").getArray())))
			.optional();
	}

	void choose(String person, DigestChoice choice) {
		this.jdbc.sql("""
				insert into digest (person, rhythm, topics, next_at)
				values (:person, :rhythm, cast(:topics as text[]), :next)
				on conflict (person) do update
				set rhythm = excluded.rhythm, topics = excluded.topics, next_at = excluded.next_at""")
			.param("person", person)
			.param("rhythm", choice.rhythm().name())
			.param("topics", choice.topics().stream().map(Topic::name).toArray(String[]::new))
			.param("next", next(choice.rhythm()).atOffset(ZoneOffset.UTC))
			.update();
	}

	/** Who wants to hear of one of these topics. */
	List<String> readersOf(Set<Topic> topics) {
		return this.jdbc.sql("""
				select person from digest where rhythm <> 'never' and topics && cast(:topics as text[])""")
			.param("topics", topics.stream().map(Topic::name).toArray(String[]::new))
			.query(String.class)
			.list();
	}

	/** Take somebody whose digest is due, for a while: whoever took them may die. */
	Optional<String> takeDue() {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				update digest set next_at = :later where person = (
					select person from digest where rhythm <> 'never' and next_at <= :now
					order by next_at limit 1 for update skip locked)
				returning person""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("later", now.plus(TAKEN_FOR).atOffset(ZoneOffset.UTC))
			.query(String.class)
			.optional();
	}

	/** Their digest is sent, or there was nothing to tell. */
	void done(String person) {
		of(person).ifPresent((choice) -> this.jdbc.sql("update digest set next_at = :next where person = :person")
			.param("next", next(choice.rhythm()).atOffset(ZoneOffset.UTC))
			.param("person", person)
			.update());
	}

	private Instant next(Rhythm rhythm) {
		Instant now = this.clock.instant();
		if (rhythm == Rhythm.daily) {
			Instant opening = this.calendar.opening(now, this.settings.workplace());
			return opening.isAfter(now) ? opening : this.calendar
				.opening(this.calendar.after(now, 1, this.settings.workplace()), this.settings.workplace());
		}
		return now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
	}

	private static Set<Topic> topics(String[] names) {
		return Stream.of(names).map(Topic::valueOf).collect(Collectors.toUnmodifiableSet());
	}

}
