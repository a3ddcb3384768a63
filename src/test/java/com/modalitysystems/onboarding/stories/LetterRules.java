package com.modalitysystems.onboarding.stories;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Customer;

/** Every letter leaves once, and what goes wrong with one is before staff once. */
final class LetterRules {

	private LetterRules() {
	}

	static Stream<String> brokenNow(Town town) {
		return Stream.of(twice(town), vanished(town), rungsTwice(town), bursts(town), unwritten(town), troubles(town))
			.flatMap(List::stream);
	}

	/** What is wrong when all letters have left. */
	static Stream<String> brokenAtTheEnd(Town town) {
		return ours(town, "a letter still waits", """
				select letter.key || ' is ' || letter.state from letter where reference = any(:ours)
				and state in ('queued', 'sending', 'deferred')""").stream();
	}

	private static List<String> twice(Town town) {
		return town.jdbc.sql("""
				select sent.id, sent.key, count(*) as times from letter sent
				join sandbox.letter arrived on arrived.letter ->> 'messageId' = sent.message_id
				where sent.reference = any(:ours) group by sent.id, sent.key""")
			.param("ours", town.references())
			.query((row, number) -> (row.getInt("times") > 1 + town.resent.getOrDefault(row.getLong("id"), 0))
					? "it arrived " + row.getInt("times") + " times: " + row.getString("key") : "")
			.list()
			.stream()
			.filter(complaint -> !complaint.isEmpty())
			.toList();
	}

	private static List<String> vanished(Town town) {
		return ours(town, "a letter was taken and did not arrive", """
				select sent.key from letter sent where sent.reference = any(:ours) and sent.state = 'accepted'
				and not exists (select from sandbox.letter arrived
					where arrived.letter ->> 'messageId' = sent.message_id)""");
	}

	private static List<String> rungsTwice(Town town) {
		return ours(town, "the same rung twice", """
				select regexp_replace(key, '/[^/]+$', '') from letter
				where reference = any(:ours) and kind in ('consentReminder', 'setupReminder')
				and addressee = 'administrator' group by 1 having count(*) > 1""");
	}

	/** A downtime leads to one letter that catches up, and no burst. */
	private static List<String> bursts(Town town) {
		return ours(town, "two reminders within a day", """
				select one.key || ' and ' || other.key from letter one join letter other
				on one.reference = other.reference and one.kind = other.kind and one.id < other.id
				and one.addressee = other.addressee and other.written_at < one.written_at + interval '1 day'
				where one.reference = any(:ours) and one.kind in ('consentReminder', 'setupReminder')
				and not one.id = any(:resent) and not other.id = any(:resent)""");
	}

	/** A step that writes has written, and has not taken its letter for one before. */
	private static List<String> unwritten(Town town) {
		return ours(town, "a step wrote in vain", """
				select step.act_id_ || ' ' || count(*) || ' times' from act_hi_actinst step
				join act_hi_procinst process on process.id_ = step.proc_inst_id_
				where process.business_key_ = any(:ours) and step.end_time_ is not null and step.act_inst_state_ <> 2
				and step.act_id_ in ('sendQuestion', 'sendConsentProblem', 'sendSetupProblem', 'sendExpiryNotice')
				group by process.business_key_, step.act_id_
				having count(*) <> (select count(*) from letter where reference = process.business_key_
					and lower('send' || kind) = lower(step.act_id_) and addressee = 'administrator'
					and split_part(key, '/', 3) ~ '^[0-9]{4}-')""");
	}

	/** Who wished for rest has it. */
	static Stream<String> brokenNow(Town town, Guest guest, Customer customer) {
		guest.rest = guest.rest.filter(rest -> rest.isOf(customer));
		return guest.rest.stream()
			.flatMap(rest -> town.jdbc.sql("""
					select 'reminded in spite of ' || :until || ': ' || key from letter
					where reference = :reference and kind in ('consentReminder', 'setupReminder')
					and addressee = 'administrator' and written_at > :from and written_at < :until
					and not id = any(:resent)""")
				.param("reference", customer.reference().value())
				.param("from", rest.from().atOffset(ZoneOffset.UTC))
				.param("until", rest.until().atOffset(ZoneOffset.UTC))
				.param("resent", town.resent.keySet().toArray(Long[]::new))
				.query(String.class)
				.list()
				.stream());
	}

	private static List<String> troubles(Town town) {
		return ours(town, "a letter in trouble and its tasks", """
				select letter.key || ' is ' || letter.state || ', tasks: ' || count(task.id_) from letter
				left join act_ru_variable number on number.name_ = 'letter' and number.text_ = letter.id::text
				left join act_ru_task task on task.proc_inst_id_ = number.proc_inst_id_
				where letter.reference = any(:ours) group by letter.id
				having count(task.id_) <> case when letter.state in ('refused', 'unknown') then 1 else 0 end""");
	}

	private static List<String> ours(Town town, String what, String sql) {
		return town.jdbc.sql(sql)
			.param("ours", town.references())
			.param("resent", town.resent.keySet().toArray(Long[]::new))
			.query(String.class)
			.list()
			.stream()
			.map(found -> what + ": " + found)
			.toList();
	}

}
