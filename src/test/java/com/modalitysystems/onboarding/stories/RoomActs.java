package com.modalitysystems.onboarding.stories;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Stage;

import static org.assertj.core.api.Assertions.assertThat;

/** What a customer does in the set-up room. */
final class RoomActs {

	// shown again with a sentence at each mistake, led back, or no such room any more
	private static final List<Integer> ANSWERS = List.of(303, 404, 422);

	private static final Map<String, Stage> EXPECTED = Map.of("consent", Stage.awaitingConsent, "granted",
			Stage.awaitingConsent, "window", Stage.awaitingConsent, "renew", Stage.expired, "done",
			Stage.awaitingSetup);

	private RoomActs() {
	}

	static Happening presses(int who, String button, boolean twice) {
		return new Happening(name(who) + " presses " + button + (twice ? " twice" : ""), town -> {
			for (int time = 0; time < (twice ? 2 : 1); time++) {
				act(town, town.guest(who), button, Map.of());
			}
		}).at(who, EXPECTED.get(button));
	}

	static Happening changesAddress(int who, int last) {
		String address = "81.2.69." + last;
		return new Happening(name(who) + " wants to come from " + address, town -> {
			Guest guest = town.guest(who);
			act(town, guest, "address", Map.of("address", address, "reference", guest.reference().value()));
		}).at(who, Stage.awaitingConsent);
	}

	static Happening handsOn(int who, String colleague) {
		return new Happening(name(who) + " hands on to " + colleague, town -> {
			Guest guest = town.guest(who);
			String email = colleague.contains("@") ? colleague : guest.email(colleague);
			act(town, guest, "admin", Map.of("adminName", "Colleague Hopper", "adminEmail", email, "reference",
					guest.reference().value()));
		}).at(who, Stage.awaitingConsent);
	}

	static Happening snoozes(int who, int days) {
		return new Happening(name(who) + " wants no reminder for " + days + " days", town -> {
			LocalDate until = LocalDate.ofInstant(town.now(), ZoneOffset.UTC).plusDays(days);
			Guest guest = town.guest(who);
			if (act(town, guest, "snooze", Map.of("until", until.toString())).location().endsWith("note=snoozed")) {
				Customer customer = town.customer(guest);
				guest.rest = Optional.of(new Guest.Rest(town.now(), customer.remindersRestUntil(),
						customer.administrator().email().value(), customer.stage()));
			}
		}).at(who, Stage.awaitingConsent, Stage.awaitingSetup);
	}

	static Happening answers(int who, boolean right) {
		return new Happening(name(who) + " answers" + (right ? "" : " with somebody else's tenant"), town -> {
			Guest guest = town.guest(who);
			String tenant = (right ? guest : town.guest(1 - who)).tenant().toString();
			act(town, guest, "answer",
					Map.of("answer", "This is so.", "tenant", tenant, "adminAddress", "81.2.69.161"));
		}).at(who, Stage.awaitingCustomer);
	}

	static Happening stops(int who) {
		return new Happening(name(who) + " stops", town -> {
			Guest guest = town.guest(who);
			act(town, guest, "cancel", Map.of("reason", "We moved on.", "reference", guest.reference().value()));
		});
	}

	/** A link that was replaced opens nothing. */
	static Happening usesAnOldLink(int who, String button) {
		return new Happening(name(who) + " presses " + button + " behind an old link", town -> {
			Guest guest = town.guest(who);
			String current = town.token(guest);
			guest.tokens.stream()
				.filter(token -> !token.equals(current))
				.forEach(old -> assertThat(
						town.nothingMoves(List.of(), () -> town.web.post("/setup/" + old + "/" + button, Map.of())))
					.extracting(Web.Answer::status)
					.isEqualTo(404));
		}).where(town -> town.guest(who).tokens.size() > 1);
	}

	/** Looking at the room changes nothing. */
	static Happening looks(int who) {
		return new Happening(name(who) + " looks at the room",
				town -> assertThat(
						town.nothingMoves(List.of(), () -> town.web.get("/setup/" + town.token(town.guest(who)))))
					.extracting(Web.Answer::status)
					.isEqualTo(200));
	}

	static Web.Answer act(Town town, Guest guest, String button, Map<String, String> form) {
		Web.Answer answer = town.web.post("/setup/" + town.token(guest) + "/" + button, form);
		assertThat(answer.status()).as("what " + button + " is answered").isIn(ANSWERS);
		return answer;
	}

	static String name(int who) {
		return Town.NAMES.get(who);
	}

}
