package com.modalitysystems.onboarding.stories;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Stage;

import static com.modalitysystems.onboarding.stories.RoomActs.name;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What happens on the way to Microsoft's consent page and back, and who pretends to have
 * been there.
 */
final class ConsentActs {

	private static final String CALLBACK = "/consent/callback?";

	/** All that is said of whoever comes back again, or too late. */
	private static final List<String> TOLD = List.of("consentReturnedAgain", "consentReturnedLate");

	private ConsentActs() {
	}

	static Happening goesToMicrosoft(int who) {
		return new Happening(name(who) + " goes to Microsoft", town -> go(town, town.guest(who))).at(who,
				Stage.awaitingConsent);
	}

	/** Somebody accepts, and comes back: for their own tenant, or for the other one. */
	static Happening accepts(int who, boolean atHome) {
		return new Happening(name(who) + " accepts at Microsoft" + (atHome ? "" : " for the other tenant"),
				town -> answer(town, town.guest(who), "accept", town.guest(atHome ? who : 1 - who)))
			.at(who, Stage.awaitingConsent);
	}

	static Happening declines(int who) {
		return new Happening(name(who) + " declines at Microsoft",
				town -> answer(town, town.guest(who), "decline", town.guest(who)))
			.at(who, Stage.awaitingConsent);
	}

	/** Somebody comes back without having been on the page, and says what they like. */
	static Happening claims(int who, Claim claim) {
		return new Happening(name(who) + " comes back and claims " + claim,
				town -> journey(town, town.guest(who)).ifPresent(journey -> arrive(town, journey,
						CALLBACK + "state=" + journey.state() + claim.of(town.guest(who), town.guest(1 - who)))))
			.where(town -> good(town, town.guest(who)).isPresent());
	}

	/** Somebody comes back once more, or too late. */
	static Happening comesBackAgain(int who, int which, Claim claim) {
		return new Happening(name(who) + " comes back again and claims " + claim, town -> {
			List<Journey> old = old(town, town.guest(who)).toList();
			if (!old.isEmpty()) {
				arrive(town, old.get(which % old.size()), CALLBACK + "state=" + old.get(which % old.size()).state()
						+ claim.of(town.guest(who), town.guest(1 - who)));
			}
		}).where(town -> old(town, town.guest(who)).findAny().isPresent());
	}

	/** Somebody comes who was never sent there. */
	static Happening forges(int who, Forgery forgery, Claim claim) {
		return new Happening("A stranger comes back for " + name(who) + ", state " + forgery + ", and claims " + claim,
				town -> journey(town, town.guest(who)).ifPresent(journey -> stray(town, List.of(),
						CALLBACK + forgery.of(journey.state()) + claim.of(town.guest(who), town.guest(1 - who)))))
			.at(who, Stage.awaitingConsent);
	}

	private static void go(Town town, Guest guest) {
		Web.Answer answer = RoomActs.act(town, guest, "consent", Map.of());
		if (answer.location().contains("adminconsent")) {
			guest.journeys.add(new Journey(URI.create(answer.location()), town.now()));
		}
	}

	/** The journey that the guest is on, or else begins. */
	private static Optional<Journey> journey(Town town, Guest guest) {
		return good(town, guest).or(() -> {
			go(town, guest);
			return good(town, guest);
		});
	}

	private static Optional<Journey> good(Town town, Guest guest) {
		return guest.journeys.stream().filter(journey -> journey.isGood(town.now())).findFirst();
	}

	private static Stream<Journey> old(Town town, Guest guest) {
		return guest.journeys.stream().filter(journey -> !journey.isGood(town.now()));
	}

	private static void answer(Town town, Guest guest, String decision, Guest signedIn) {
		journey(town, guest).ifPresent(journey -> {
			Web.Answer answer = town.web.post(journey.page().toString(),
					Map.of("decision", decision, "role", "global", "signedInTo", signedIn.tenant().toString()));
			// Microsoft may be out of order
			if (answer.status() == 302) {
				arrive(town, journey, answer.location());
			}
		});
	}

	private static void arrive(Town town, Journey journey, String address) {
		if (!journey.isGood(town.now())) {
			stray(town, TOLD, address);
			return;
		}
		assertThat(town.web.get(address).status()).isEqualTo(200);
		journey.end();
	}

	/** It is counted, and that is all. */
	private static void stray(Town town, List<String> mayBeTold, String address) {
		double before = town.returns();
		assertThat(town.nothingMoves(mayBeTold, () -> town.web.get(address)).status()).isEqualTo(200);
		assertThat(town.returns()).as("returns that were counted").isEqualTo(before + 1);
	}

}
