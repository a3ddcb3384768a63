package com.modalitysystems.onboarding.conference;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.database.LedgerPage;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Our record of the priorities that customers' routing rules have for themselves. It is
 * written before Pexip is asked for the rules, and freed after they are gone.
 */
class AllocatedPriorities {

	private static final Duration UNTIL_RULES_ARE_THERE = Duration.ofDays(1);

	private final LedgerPage page;

	private final Clock clock;

	AllocatedPriorities(LedgerPage page, Clock clock) {
		this.page = page;
		this.clock = clock;
	}

	/**
	 * The priorities of a customer: those it has, else two that nobody else has.
	 * @param range the priorities that are ours to give
	 * @param foreign the priorities of other rules on the platform
	 * @param there whose rules lie on the platform
	 */
	RulePriorities allocate(CustomerReference reference, PriorityRange range, Set<Integer> foreign, Set<String> there) {
		return this.page.write((jdbc) -> {
			// whoever else allocates waits until we have
			jdbc.sql("lock table routing_priority in share row exclusive mode").update();
			freeWithoutRules(jdbc, there);
			return find(jdbc, reference).orElseGet(() -> add(jdbc, reference, range, foreign));
		});
	}

	/** The customer's rules are gone. */
	void free(CustomerReference reference) {
		this.page.write((jdbc) -> jdbc.sql("delete from routing_priority where reference = :reference")
			.param("reference", reference.value())
			.update());
	}

	/** Somebody has taken a customer off the platform by hand. */
	private void freeWithoutRules(JdbcClient jdbc, Set<String> there) {
		jdbc.sql("""
				delete from routing_priority
				where allocated_at < :longAgo and not reference = any (:there)""")
			.param("longAgo", now().minus(UNTIL_RULES_ARE_THERE))
			.param("there", there.toArray(String[]::new))
			.update();
	}

	private Optional<RulePriorities> find(JdbcClient jdbc, CustomerReference reference) {
		// whoever asks again is about to make the rules
		jdbc.sql("update routing_priority set allocated_at = :now where reference = :reference")
			.param("now", now())
			.param("reference", reference.value())
			.update();
		return jdbc.sql("""
				select trusted.priority as trusted, guests.priority as guests
				from routing_priority trusted join routing_priority guests using (reference)
				where reference = :reference and trusted.rule = 'trusted' and guests.rule = 'guests'""")
			.param("reference", reference.value())
			.query(RulePriorities.class)
			.optional();
	}

	private RulePriorities add(JdbcClient jdbc, CustomerReference reference, PriorityRange range,
			Set<Integer> foreign) {
		Set<Integer> taken = new HashSet<>(foreign);
		taken.addAll(jdbc.sql("select priority from routing_priority").query(Integer.class).set());
		List<Integer> free = range.notIn(taken);
		if (free.size() < 2) {
			throw new PrioritiesUsedUp(range);
		}
		RulePriorities priorities = new RulePriorities(free.get(0), free.get(1));
		add(jdbc, reference, "trusted", priorities.trusted());
		add(jdbc, reference, "guests", priorities.guests());
		return priorities;
	}

	private void add(JdbcClient jdbc, CustomerReference reference, String rule, int priority) {
		jdbc.sql("""
				insert into routing_priority (priority, reference, rule, allocated_at)
				values (:priority, :reference, :rule, :now)""")
			.param("priority", priority)
			.param("reference", reference.value())
			.param("rule", rule)
			.param("now", now())
			.update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
