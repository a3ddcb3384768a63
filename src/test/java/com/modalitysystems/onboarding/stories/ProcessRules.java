package com.modalitysystems.onboarding.stories;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.WaitingFor;

/** Every onboarding stands somewhere on the drawing that fits its record, or is over. */
final class ProcessRules {

	private static final Set<String> AWAIT_ANSWER = Set.of("requestCorrected", "answerOverdue");

	private static final Set<String> AWAIT_CONSENT = Set.of("consentReturned", "customerActed", "nextLookDue",
			"consentReminderDue");

	private static final Set<String> AWAIT_RENEWAL = Set.of("renewalRequested", "renewalOverdue");

	private static final Set<String> AWAIT_SETUP = Set.of("setupReported", "customerActed_setup", "setupReminderDue");

	private static final Set<String> GIVING_UP = Set.of("closeFirewall_givenUp", "withdrawConference_givenUp",
			"sendRejection_givenUp");

	/** The steps and tasks of each stage, each of which may be all that goes on. */
	private static final Map<Stage, Set<String>> ALONE = Map.ofEntries(
			Map.entry(Stage.requested,
					Set.of("validateTenant", "correctRequest", "sendQuestion", "sendRejection_closed")),
			Map.entry(Stage.awaitingApproval, Set.of("approveRequest", "sendQuestion", "sendRejection")),
			Map.entry(Stage.awaitingCustomer, Set.of()),
			Map.entry(Stage.provisioning,
					Set.of("openFirewall", "sendConsentInvitation", "closeFirewall", "issueTenantKey",
							"sendSetupInstructions")),
			Map.entry(Stage.awaitingConsent,
					with(GIVING_UP, "decideNextStep", "verifyConsent", "sendConsentReminder", "openFirewall_again",
							"closeFirewall_shut", "handOver", "sendConsentProblem", "approveAddress", "approveAdmin",
							"callCustomer", "resolveConsent")),
			Map.entry(Stage.expired, with(GIVING_UP, "closeFirewall_expired", "sendExpiryNotice")),
			Map.entry(Stage.awaitingSetup,
					with(GIVING_UP, "decideSetupStep", "sendSetupReminder", "callCustomer_setup")),
			Map.entry(Stage.confirming, Set.of("confirmService", "sendSetupProblem", "sendWelcome")),
			Map.entry(Stage.cancelled,
					Set.of("closeFirewall_cancelled", "withdrawConference_cancelled", "sendCancellation")),
			Map.entry(Stage.live, Set.of()), Map.entry(Stage.rejected, Set.of()), Map.entry(Stage.closed, Set.of()));

	/** What a stage waits at, and for whom. */
	private static final Map<Stage, Map<Set<String>, Set<WaitingFor>>> WAITING = Map.of(Stage.awaitingCustomer,
			Map.of(AWAIT_ANSWER, Set.of(WaitingFor.customer)), Stage.awaitingConsent,
			Map.of(AWAIT_CONSENT, Set.of(WaitingFor.customer, WaitingFor.microsoft)), Stage.expired,
			Map.of(AWAIT_RENEWAL, Set.of(WaitingFor.customer)), Stage.awaitingSetup,
			Map.of(AWAIT_SETUP, Set.of(WaitingFor.customer)));

	/** Tasks that are taken back when somebody has acted, and how they hear of it. */
	private static final Map<String, Set<String>> LISTENING = Map.of("approveRequest",
			Set.of("requestCorrected_approval"), "correctRequest", Set.of("requestCorrected_correction"),
			"approveAddress", Set.of("consentReturned_address"), "approveAdmin", Set.of("consentReturned_admin"),
			"callCustomer", Set.of("consentReturned_call", "timeIsOver_call"), "resolveConsent",
			Set.of("consentReturned_trouble"), "callCustomer_setup", Set.of("setupReported_call"));

	private static final Set<Stage> ENDS = Set.of(Stage.live, Stage.rejected, Stage.closed, Stage.cancelled);

	// the record lets nobody look more rarely
	private static final Duration LOOKS = Duration.ofHours(6);

	private ProcessRules() {
	}

	/** What is wrong, whatever is under way. */
	static Stream<String> brokenNow(Customer customer, List<Place> all) {
		Set<String> places = places(all);
		if (places.isEmpty()) {
			return ENDS.contains(customer.stage()) && all.isEmpty() ? Stream.empty()
					: Stream.of("nothing goes on at " + customer.stage() + " but " + all);
		}
		boolean fits = isAlone(customer.stage(), places)
				|| WAITING.getOrDefault(customer.stage(), Map.of()).containsKey(places);
		boolean canBeCancelled = all.stream().anyMatch(place -> place.is("cancellationRequested"));
		return Stream.concat(fits ? Stream.empty() : Stream.of(places + " do not fit " + customer.stage()),
				canBeCancelled == (customer.stage() != Stage.cancelled) ? Stream.empty()
						: Stream.of("cancellation is possible: " + canBeCancelled));
	}

	/** What is wrong where nothing is under way. */
	static Stream<String> brokenAtRest(Town town, Customer customer, List<Place> all) {
		List<String> broken = new ArrayList<>();
		if (!waiters(customer.stage(), all).contains(customer.waitingFor())) {
			broken.add("it waits for " + customer.waitingFor() + " at " + places(all));
		}
		boolean unheard = places(all).equals(AWAIT_CONSENT) && all.stream()
			.filter(place -> place.is("nextLookDue"))
			.anyMatch(place -> place.due().orElseThrow().isAfter(town.now().plus(LOOKS)));
		if (unheard) {
			broken.add("nobody looks for long");
		}
		if (all.stream().noneMatch(place -> place.isTask() || place.isStuck()) && hasUnheardFact(town, customer)) {
			broken.add("a fact waits in vain");
		}
		return broken.stream();
	}

	private static Set<WaitingFor> waiters(Stage stage, List<Place> all) {
		if (all.stream().anyMatch(Place::isStuck)) {
			return Set.of(WaitingFor.operator);
		}
		if (all.stream().anyMatch(Place::isTask)) {
			return Set.of(WaitingFor.staff);
		}
		return ENDS.contains(stage) ? Set.of(WaitingFor.nobody)
				: WAITING.getOrDefault(stage, Map.of()).getOrDefault(places(all), Set.of());
	}

	/** Some facts are only found by the round that wakes. */
	private static boolean hasUnheardFact(Town town, Customer customer) {
		return town.jdbc.sql("""
				select case when stage = 'expired' then renewal_wished and :woken
					when stage = 'awaitingSetup' then facts_recorded > facts_considered and :woken
					when stage in ('awaitingCustomer', 'awaitingConsent') then facts_recorded > facts_considered
					else false end
				from customer where reference = :reference""")
			.param("reference", customer.reference().value())
			.param("woken", town.woken)
			.query(Boolean.class)
			.single();
	}

	private static boolean isAlone(Stage stage, Set<String> places) {
		return ALONE.get(stage).stream().map(ProcessRules::withWhatItHears).anyMatch(places::equals);
	}

	private static Set<String> withWhatItHears(String place) {
		return with(LISTENING.getOrDefault(place, Set.of()), place);
	}

	/** What goes on, without what goes on beside it. */
	private static Set<String> places(List<Place> all) {
		return all.stream()
			.map(Place::id)
			.filter(place -> !Set.of("cancellationRequested", "approvalOverdue", "tellManagers").contains(place))
			.collect(Collectors.toSet());
	}

	private static Set<String> with(Set<String> some, String... others) {
		return Stream.concat(some.stream(), Stream.of(others)).collect(Collectors.toSet());
	}

}
