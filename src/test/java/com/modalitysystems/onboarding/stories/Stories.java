package com.modalitysystems.onboarding.stories;

import java.time.Duration;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Random stories. */
final class Stories {

	private static final List<String> BUTTONS = List.of("granted", "granted", "window", "renew", "done", "done");

	private static final List<String> COLLEAGUES = List.of("grace", "linus", "contact", "hopper@elsewhere.example",
			"turing@elsewhere.example");

	private static final List<String> CONSENTS = List.of("none", "granted", "granted", "incomplete", "spreading",
			"blocked");

	private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(20), Duration.ofMinutes(10),
			Duration.ofHours(3), Duration.ofDays(1), Duration.ofDays(4));

	// nothing is done in a downtime, so it may be long
	private static final List<Duration> DOWNTIMES = List.of(Duration.ofHours(3), Duration.ofDays(1), Duration.ofDays(4),
			Duration.ofDays(9), Duration.ofDays(32));

	private static final List<String> FAULTS = List.of("\"status\":429,\"retryAfter\":1", "\"status\":503",
			"\"status\":500", "\"drop\":true", "\"drop\":true,\"after\":true");

	private static final List<String> MAIL_FAULTS = List.of("\"status\":451", "\"status\":550", "\"drop\":true",
			"\"drop\":true,\"after\":true");

	private Stories() {
	}

	static Arbitrary<Story> any(int longest) {
		Arbitrary<Start> start = Arbitraries.frequency(Tuple.of(1, Start.mistaken), Tuple.of(2, Start.requested),
				Tuple.of(5, Start.consentAwaited), Tuple.of(3, Start.setupAwaited));
		Arbitrary<List<Chance>> chances = chance().list()
			.ofMinSize(1)
			.ofMaxSize(longest)
			.withSizeDistribution(RandomDistribution.uniform());
		return Combinators.combine(start.list().ofSize(2), chances).as(Story::new);
	}

	/** Most of what happens is something that somebody waits for. */
	private static Arbitrary<Chance> chance() {
		Arbitrary<Boolean> thenWork = Arbitraries.frequency(Tuple.of(1, false), Tuple.of(1, true));
		return Combinators.combine(happening().list().ofMinSize(1).ofMaxSize(3), thenWork).as(Chance::new);
	}

	private static Arbitrary<Happening> happening() {
		return Arbitraries.frequencyOf(Tuple.of(40, inTheRoom()), Tuple.of(20, onTheWay()), Tuple.of(25, staff()),
				Tuple.of(16, time()), Tuple.of(12, outside()));
	}

	private static Arbitrary<Happening> inTheRoom() {
		return Arbitraries.frequencyOf(
				Tuple.of(12, Combinators.combine(who(), Arbitraries.of(BUTTONS), yes(1, 4)).as(RoomActs::presses)),
				Tuple.of(6,
						Combinators.combine(who(), Arbitraries.integers().between(162, 169))
							.as(RoomActs::changesAddress)),
				Tuple.of(4, Combinators.combine(who(), Arbitraries.of(COLLEAGUES)).as(RoomActs::handsOn)),
				Tuple.of(2, Combinators.combine(who(), Arbitraries.of(1, 5, 20, 40)).as(RoomActs::snoozes)),
				Tuple.of(4, Combinators.combine(who(), yes(2, 3)).as(RoomActs::answers)),
				Tuple.of(1, who().map(RoomActs::stops)), Tuple.of(1, who().map(RoomActs::looks)),
				Tuple.of(1, Combinators.combine(who(), Arbitraries.of(BUTTONS)).as(RoomActs::usesAnOldLink)));
	}

	private static Arbitrary<Happening> onTheWay() {
		return Arbitraries.frequencyOf(Tuple.of(2, who().map(ConsentActs::goesToMicrosoft)),
				Tuple.of(4, Combinators.combine(who(), yes(2, 3)).as(ConsentActs::accepts)),
				Tuple.of(1, who().map(ConsentActs::declines)),
				Tuple.of(3, Combinators.combine(who(), Arbitraries.of(Claim.class)).as(ConsentActs::claims)),
				Tuple.of(2,
						Combinators.combine(who(), dice(), Arbitraries.of(Claim.class))
							.as(ConsentActs::comesBackAgain)),
				Tuple.of(3, Combinators.combine(who(), Arbitraries.of(Forgery.class), Arbitraries.of(Claim.class))
					.as(ConsentActs::forges)));
	}

	private static Arbitrary<Happening> staff() {
		Arbitrary<String> intervention = Arbitraries.frequency(Tuple.of(4, "sendAgain"), Tuple.of(4, "replaceLink"),
				Tuple.of(3, "renew"), Tuple.of(1, "cancel"));
		return Arbitraries.frequencyOf(Tuple.of(8, Combinators.combine(dice(), dice()).as(StaffActs::decide)),
				Tuple.of(1, Combinators.combine(who(), intervention).as(StaffActs::intervene)));
	}

	private static Arbitrary<Happening> time() {
		return Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.of(PAUSES).map(WorldActs::passes)),
				Tuple.of(4, Arbitraries.of(DOWNTIMES).map(WorldActs::standsStill)),
				Tuple.of(8, dice().map(WorldActs::oneStepIsDone)), Tuple.of(1, Arbitraries.create(WorldActs::wakes)),
				Tuple.of(1, Arbitraries.create(WorldActs::operatorsRetry)));
	}

	private static Arbitrary<Happening> outside() {
		Arbitrary<String> service = Combinators
			.combine(Arbitraries.of("login", "graph", "azure", "azure", "pexip"), Arbitraries.of(FAULTS), times())
			.as(Stories::fault);
		Arbitrary<String> mail = Combinators.combine(Arbitraries.just("smtp"), Arbitraries.of(MAIL_FAULTS), times())
			.as(Stories::fault);
		return Arbitraries.frequencyOf(
				Tuple.of(8, Combinators.combine(who(), Arbitraries.of(CONSENTS)).as(WorldActs::tenantSays)),
				Tuple.of(3, service.map(WorldActs::breaks)), Tuple.of(2, mail.map(WorldActs::breaks)),
				Tuple.of(2, Arbitraries.create(WorldActs::mends)), Tuple.of(2, dice().map(WorldActs::letterComesBack)));
	}

	private static String fault(String target, String what, int times) {
		return "{\"target\":\"%s\",%s,\"times\":%d}".formatted(target, what, times);
	}

	private static Arbitrary<Integer> times() {
		return Arbitraries.of(1, 2, 1000);
	}

	private static Arbitrary<Integer> who() {
		return Arbitraries.frequency(Tuple.of(3, 0), Tuple.of(1, 1));
	}

	private static Arbitrary<Boolean> yes(int times, int of) {
		return Arbitraries.frequency(Tuple.of(times, true), Tuple.of(of - times, false));
	}

	private static Arbitrary<Integer> dice() {
		return Arbitraries.integers().between(0, 59).withDistribution(RandomDistribution.uniform());
	}

}
