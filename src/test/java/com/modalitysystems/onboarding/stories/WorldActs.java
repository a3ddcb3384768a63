package com.modalitysystems.onboarding.stories;

import java.time.Duration;
import java.util.List;

import static com.modalitysystems.onboarding.stories.RoomActs.name;
import static org.assertj.core.api.Assertions.assertThat;

/** What happens outside, what operators do, and time. */
final class WorldActs {

	private WorldActs() {
	}

	static Happening tenantSays(int who, String consent) {
		return new Happening("The tenant of " + name(who) + " says " + consent,
				town -> say(town, town.guest(who), consent));
	}

	static void say(Town town, Guest guest, String consent) {
		assertThat(town.web.put("/sandbox/tenants/" + guest.tenant(), "{\"consent\":\"" + consent + "\"}").status())
			.isEqualTo(200);
	}

	/** Something is out of order from now on, instead of what was before. */
	static Happening breaks(String fault) {
		return new Happening("Out of order: " + fault, town -> {
			town.faulty = true;
			assertThat(town.web.put("/sandbox/faults", "[" + fault + "]").status()).isEqualTo(200);
		});
	}

	static Happening mends() {
		return new Happening("All is in order again", WorldActs::mend);
	}

	static void mend(Town town) {
		town.web.delete("/sandbox/faults");
	}

	/** A letter that was taken comes back. */
	static Happening letterComesBack(int which) {
		return new Happening("Letter " + which + " comes back", town -> {
			List<String> arrived = town.jdbc.sql("""
					select message_id from letter where reference = any(:ours) and state = 'accepted' order by id""")
				.param("ours", town.references())
				.query(String.class)
				.list();
			if (!arrived.isEmpty()) {
				assertThat(town.onboarding.letterCameBack(arrived.get(which % arrived.size()), "550 no such user"))
					.isTrue();
			}
		});
	}

	static Happening workIsDone() {
		return new Happening("What is due is done", town -> town.days.work());
	}

	static Happening oneStepIsDone(int which) {
		return new Happening("Step " + which + " of what is due is done", town -> town.days.workOnOne(which));
	}

	static Happening passes(Duration time) {
		return new Happening("It goes on for " + time, town -> town.days.passUntil(town.now().plus(time)));
	}

	static Happening standsStill(Duration time) {
		return new Happening("The house is down for " + time, town -> town.days.sleepUntil(town.now().plus(time)));
	}

	static Happening wakes() {
		return new Happening("The round that wakes comes", town -> town.days.wake());
	}

	static Happening operatorsRetry() {
		return new Happening("Operators retry what is stuck", WorldActs::retry);
	}

	static void retry(Town town) {
		town.jdbc.sql("""
				select job.id_ from act_ru_job job
				join act_ru_execution process on process.id_ = job.process_instance_id_
				where process.business_key_ = any(:ours) and job.retries_ = 0""")
			.param("ours", town.references())
			.query(String.class)
			.list()
			.forEach(stuck -> town.management.setJobRetries(stuck, 1));
	}

}
