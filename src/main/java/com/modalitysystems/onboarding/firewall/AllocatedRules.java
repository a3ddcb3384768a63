package com.modalitysystems.onboarding.firewall;

import java.time.Clock;
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
 * Our record of rules that may be in force, and of their priorities. It is written before
 * Azure is asked for a rule and closed after Azure has removed it, beside the caller's
 * transaction, so that no failure in between can make us forget a rule.
 */
class AllocatedRules {

	private final LedgerPage page;

	private final Clock clock;

	AllocatedRules(LedgerPage page, Clock clock) {
		this.page = page;
		this.clock = clock;
	}

	/** The rule that a customer may have. */
	Optional<AllocatedRule> of(CustomerReference reference) {
		return this.page.write((jdbc) -> find(jdbc, reference));
	}

	/** All rules that may be in force, whatever group they lie in. */
	List<AllocatedRule> open() {
		return this.page.write((jdbc) -> jdbc.sql("""
				select id, reference, security_group, priority, opened_at is not null opened, allocated_at
				from firewall_rule
				where closed_at is null order by id""").query(AllocatedRule.class).list());
	}

	/**
	 * A rule for a customer: the one it has, else a new one. Its priority is one that
	 * nobody else has.
	 * @param securityGroup the group in which it shall lie
	 * @param range the priorities that are ours to give
	 * @param foreign the priorities of other rules that lie in the group
	 */
	AllocatedRule allocate(CustomerReference reference, String securityGroup, PriorityRange range,
			Set<Integer> foreign) {
		return this.page.write((jdbc) -> {
			Optional<AllocatedRule> there = find(jdbc, reference);
			if (there.isPresent() && !foreign.contains(there.get().priority())) {
				give(jdbc, there.get(), there.get().priority());
				return there.get();
			}
			Set<Integer> taken = new HashSet<>(foreign);
			taken.addAll(prioritiesIn(jdbc, securityGroup));
			int priority = range.firstNotIn(taken);
			there.ifPresentOrElse((rule) -> give(jdbc, rule, priority),
					() -> add(jdbc, reference, securityGroup, priority));
			return find(jdbc, reference).orElseThrow();
		});
	}

	/**
	 * Azure says that the rule is in force.
	 * @return false if somebody closed it meanwhile, so that it must not be in force
	 */
	boolean opened(AllocatedRule rule) {
		return this.page.write((jdbc) -> jdbc.sql("""
				update firewall_rule set opened_at = coalesce(opened_at, :now)
				where id = :id and closed_at is null""").param("now", now()).param("id", rule.id()).update() == 1);
	}

	/** Azure says that the rule is gone. */
	void closed(AllocatedRule rule) {
		this.page.write((jdbc) -> jdbc.sql("""
				update firewall_rule set closed_at = :now
				where id = :id and closed_at is null""").param("now", now()).param("id", rule.id()).update());
	}

	private static Optional<AllocatedRule> find(JdbcClient jdbc, CustomerReference reference) {
		return jdbc.sql("""
				select id, reference, security_group, priority, opened_at is not null opened, allocated_at
				from firewall_rule
				where reference = :reference and closed_at is null""")
			.param("reference", reference.value())
			.query(AllocatedRule.class)
			.optional();
	}

	private static Set<Integer> prioritiesIn(JdbcClient jdbc, String securityGroup) {
		return jdbc.sql("""
				select priority from firewall_rule
				where security_group = :securityGroup and closed_at is null""")
			.param("securityGroup", securityGroup)
			.query(Integer.class)
			.set();
	}

	private void give(JdbcClient jdbc, AllocatedRule rule, int priority) {
		jdbc.sql("update firewall_rule set priority = :priority, allocated_at = :now where id = :id")
			.param("priority", priority)
			.param("now", now())
			.param("id", rule.id())
			.update();
	}

	private void add(JdbcClient jdbc, CustomerReference reference, String securityGroup, int priority) {
		jdbc.sql("""
				insert into firewall_rule (reference, security_group, priority, allocated_at)
				values (:reference, :securityGroup, :priority, :now)""")
			.param("reference", reference.value())
			.param("securityGroup", securityGroup)
			.param("priority", priority)
			.param("now", now())
			.update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
