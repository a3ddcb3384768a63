package com.modalitysystems.onboarding.stories;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.SecretSweep;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import com.modalitysystems.onboarding.http.TokenRefused;
import org.camunda.bpm.engine.OptimisticLockingException;

/** What is true of the house at any moment, and what is true once a story is over. */
final class HouseRules {

	private static final Set<Class<?>> NAMED = Set.of(RemoteCallFailed.class, TokenRefused.class,
			OptimisticLockingException.class);

	private HouseRules() {
	}

	/** What is wrong now. */
	static List<String> broken(Town town) {
		town.days.deliver();
		return Stream
			.of(town.guests().stream().flatMap(guest -> broken(town, guest)), LetterRules.brokenNow(town),
					failures(town))
			.flatMap(complaints -> complaints)
			.toList();
	}

	/** What is wrong when all onboardings are over. */
	static List<String> brokenAtTheEnd(Town town) {
		return Stream
			.of(broken(town).stream(), town.guests().stream().flatMap(guest -> brokenAtTheEnd(town, guest)),
					LetterRules.brokenAtTheEnd(town), secrets(town))
			.flatMap(complaints -> complaints)
			.toList();
	}

	private static Stream<String> broken(Town town, Guest guest) {
		Customer customer = town.customer(guest);
		List<Place> all = Place.of(town, guest);
		List<Place> places = all.stream().filter(Place::isOfTheOnboarding).toList();
		Stream<String> now = Stream.concat(ProcessRules.brokenNow(customer, places), Stream
			.concat(WorldRules.brokenNow(town, guest, customer), LetterRules.brokenNow(town, guest, customer)));
		boolean rests = places.stream().noneMatch(place -> place.isUnderWay(town.now()));
		boolean fails = places.stream().anyMatch(Place::isStuck);
		Stream<String> atRest = rests ? ProcessRules.brokenAtRest(town, customer, places) : Stream.empty();
		Stream<String> outside = (rests && !fails)
				? WorldRules.brokenAtRest(town, customer, places.stream().anyMatch(Place::isTask)) : Stream.empty();
		return Stream.of(now, atRest, outside).flatMap(complaints -> complaints).map(words -> guest + ": " + words);
	}

	private static Stream<String> brokenAtTheEnd(Town town, Guest guest) {
		return Stream
			.concat(Place.of(town, guest).stream().map(place -> "it is over, but not " + place),
					WorldRules.brokenAtTheEnd(town, town.customer(guest)))
			.map(words -> guest + ": " + words);
	}

	/** Nothing fails without a reason, which lies outside. */
	private static Stream<String> failures(Town town) {
		return town.days.failures()
			.stream()
			.filter(failure -> !town.faulty || StaffActs.causes(failure)
				.noneMatch(cause -> NAMED.stream().anyMatch(named -> named.isInstance(cause))))
			.map(failure -> "a step failed: " + StaffActs.causes(failure).toList());
	}

	private static Stream<String> secrets(Town town) {
		Stream<String> known = town.guests()
			.stream()
			.flatMap(guest -> Stream.of(guest.tokens.stream(), guest.journeys.stream().map(Journey::state),
					Stream.of(guest.domain(), guest.administrator())))
			.flatMap(secrets -> secrets);
		return new SecretSweep(Stream.concat(known, Stream.of("81.2.69.", "Colleague Hopper")).toArray(String[]::new))
			.inTheEngine(town.jdbc)
			.stream();
	}

}
