package com.modalitysystems.onboarding.process;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.ConsentStates;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.CustomerWishes;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Facts;
import com.modalitysystems.onboarding.customer.InvitationProof;
import com.modalitysystems.onboarding.customer.Language;
import com.modalitysystems.onboarding.customer.LogLines;
import com.modalitysystems.onboarding.customer.NewCustomer;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.PublicAddress;
import com.modalitysystems.onboarding.customer.SetupReports;
import com.modalitysystems.onboarding.customer.SetupResult;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.Successor;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.customer.TimeZone;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.directory.TenantDirectory;
import com.modalitysystems.onboarding.mail.Letters;
import com.modalitysystems.onboarding.mail.UndeliveredLetters;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The onboarding on the engine. Whatever arrives from outside is first committed as a
 * fact in the record, then the process is woken; should the wake-up be lost, the process
 * finds the fact when it next begins to wait.
 */
@Service
class EngineOnboarding implements Onboarding {

	private static final int ATTEMPTS_TO_CANCEL = 5;

	private final Customers customers;

	private final Facts facts;

	private final CustomerWishes wishes;

	private final SetupReports reports;

	private final Schedule schedule;

	private final Trail trail;

	private final ConsentStates states;

	private final TenantDirectory directory;

	private final Letters letters;

	private final UndeliveredLetters undelivered;

	private final Journeys journeys;

	private final OpenTasks openTasks;

	private final TransactionTemplate transaction;

	EngineOnboarding(Customers customers, Facts facts, CustomerWishes wishes, SetupReports reports, Schedule schedule,
			Trail trail, ConsentStates states, TenantDirectory directory, Letters letters,
			UndeliveredLetters undelivered, Journeys journeys, OpenTasks openTasks, TransactionTemplate transaction) {
		this.customers = customers;
		this.facts = facts;
		this.wishes = wishes;
		this.reports = reports;
		this.schedule = schedule;
		this.trail = trail;
		this.states = states;
		this.directory = directory;
		this.letters = letters;
		this.undelivered = undelivered;
		this.journeys = journeys;
		this.openTasks = openTasks;
		this.transaction = transaction;
	}

	@Override
	public Customer begin(OnboardingRequest request, Actor actor) {
		NewCustomer asked = request.accept();
		return inTransaction(status -> {
			Customer customer = this.customers.add(asked);
			LogLines.areAbout(customer.reference());
			this.trail.add(customer.reference(), actor, "onboardingRequested");
			this.journeys.begin(customer.reference());
			return customer;
		});
	}

	@Override
	public URI startConsent(CustomerReference reference) {
		return inTransaction(status -> {
			Customer customer = awaited(reference, Stage.awaitingConsent);
			this.trail.add(reference, Actor.CUSTOMER, "consentStarted");
			return this.directory.consentPage(customer, this.states.begin(reference));
		});
	}

	@Override
	public boolean consentLeadsBack() {
		return this.directory.consentLeadsBack();
	}

	@Override
	public Optional<CustomerReference> consentReturned(String state, @Nullable String error,
			@Nullable TenantId claimed) {
		Optional<CustomerReference> whose = inTransaction(status -> {
			Optional<CustomerReference> used = this.states.use(state);
			used.ifPresent(reference -> {
				LogLines.areAbout(reference);
				this.facts.consentReturned(reference, error, claimed);
				this.trail.add(reference, Actor.MICROSOFT, (error != null) ? "consentDeclined" : "consentReturned");
				// who comes back with a consent need not ask for more time first
				if (error == null && this.wishes.renewal(reference)) {
					this.trail.add(reference, Actor.SYSTEM, "renewalRequested");
				}
			});
			return used;
		});
		whose.ifPresent(reference -> {
			this.journeys.wake(reference, Stage.awaitingConsent);
			this.journeys.wake(reference, Stage.expired);
		});
		return whose;
	}

	@Override
	public void consentGranted(CustomerReference reference) {
		this.transaction.executeWithoutResult(status -> {
			awaited(reference, Stage.awaitingConsent);
			if (this.facts.consentReported(reference)) {
				this.trail.add(reference, Actor.CUSTOMER, "consentReported");
			}
		});
		this.journeys.wake(reference, Stage.awaitingConsent);
	}

	@Override
	public void answer(CustomerReference reference, String answer, OnboardingRequest corrected) {
		NewCustomer asked = corrected.accept();
		this.transaction.executeWithoutResult(status -> {
			awaited(reference, Stage.awaitingCustomer);
			this.customers.correct(reference, asked);
			this.facts.answered(reference, answer);
			this.trail.add(reference, Actor.CUSTOMER, "questionAnswered");
		});
		this.journeys.wake(reference, Stage.awaitingCustomer);
	}

	@Override
	public void changeAddress(CustomerReference reference, String address) {
		PublicAddress wished = PublicAddress.of(address);
		act(reference, Stage.awaitingConsent, "addressChangeAsked", () -> this.wishes.address(reference, wished));
	}

	@Override
	public void openWindow(CustomerReference reference) {
		act(reference, Stage.awaitingConsent, "windowAsked", () -> this.wishes.window(reference));
	}

	@Override
	public boolean handOn(CustomerReference reference, String name, String email) {
		Successor successor = Successor.of(name, email);
		boolean replaces = inTransaction(status -> {
			Successor before = awaited(reference, Stage.awaitingConsent).wishes().successor();
			// named anew, a colleague would need the agreement of staff anew
			if (successor.equals(before)) {
				return false;
			}
			this.wishes.successor(reference, successor);
			this.trail.add(reference, Actor.CUSTOMER, (before != null) ? "successorReplaced" : "successorNamed");
			return before != null;
		});
		this.journeys.acted(reference, Stage.awaitingConsent);
		return replaces;
	}

	@Override
	public boolean snooze(CustomerReference reference, LocalDate until) {
		Customer customer = this.customers.require(reference);
		Optional<Instant> rest = this.schedule.restUntil(customer, until);
		rest.ifPresent(moment -> act(reference, customer.stage(), "remindersSnoozed", () -> {
			this.customers.restReminders(reference, moment);
			this.wishes.acted(reference);
		}));
		return rest.isPresent();
	}

	@Override
	public void chooseTimeZone(CustomerReference reference, @Nullable TimeZone timeZone) {
		act(reference, this.customers.require(reference).stage(), "timeZoneChosen", () -> {
			this.customers.choose(reference, timeZone);
			this.wishes.acted(reference);
		});
	}

	@Override
	public void chooseLanguage(CustomerReference reference, Language language) {
		this.transaction.executeWithoutResult(status -> {
			Customer customer = this.customers.lock(reference);
			if (!customer.stage().isOver() && customer.language() != language) {
				this.customers.choose(reference, language);
				this.trail.add(reference, Actor.CUSTOMER, "languageChosen");
			}
		});
	}

	@Override
	public boolean renew(CustomerReference reference, Actor actor) {
		boolean expired = inTransaction(status -> {
			Stage stage = this.customers.lock(reference).stage();
			if (this.wishes.renewal(reference)) {
				this.trail.add(reference, actor, "renewalRequested");
				if (!actor.equals(Actor.CUSTOMER)) {
					this.letters.consentInvitationAnew(this.customers.require(reference));
				}
			}
			return stage == Stage.expired;
		});
		this.journeys.wake(reference, Stage.expired);
		return expired;
	}

	/** The customer does something while we wait for them. */
	private void act(CustomerReference reference, Stage stage, String what, Runnable act) {
		this.transaction.executeWithoutResult(status -> {
			awaited(reference, stage);
			act.run();
			this.trail.add(reference, Actor.CUSTOMER, what);
		});
		this.journeys.acted(reference, stage);
	}

	@Override
	public void setupReported(CustomerReference reference) {
		this.transaction.executeWithoutResult(status -> {
			awaited(reference, Stage.awaitingSetup);
			noteSetupReported(reference);
		});
		this.journeys.wake(reference, Stage.awaitingSetup);
	}

	private void noteSetupReported(CustomerReference reference) {
		this.facts.setupReported(reference);
		this.trail.add(reference, Actor.CUSTOMER, "setupReported");
	}

	@Override
	public boolean scriptReported(CustomerReference reference, SetupResult result) {
		boolean news = inTransaction(status -> {
			Stage stage = open(reference);
			if (!this.reports.add(reference, result)) {
				return false;
			}
			this.trail.add(reference, Actor.CUSTOMER, "scriptReported", detailsOf(result));
			if (stage == Stage.awaitingSetup && result.isSetUp()) {
				noteSetupReported(reference);
			}
			return true;
		});
		this.openTasks.layOutEvidence(reference);
		if (news && result.isSetUp()) {
			this.journeys.wake(reference, Stage.awaitingSetup);
		}
		return news;
	}

	@Override
	public void invitationSeen(CustomerReference reference, InvitationProof proof) {
		this.transaction.executeWithoutResult(status -> {
			Stage stage = open(reference);
			this.reports.add(reference, proof);
			this.trail.add(reference, Actor.CUSTOMER, "invitationChecked", Map.of("outcome", proof.outcome().name()));
			if (stage == Stage.awaitingSetup && proof.isComplete()) {
				noteSetupReported(reference);
			}
		});
		this.openTasks.layOutEvidence(reference);
		if (proof.isComplete()) {
			this.journeys.wake(reference, Stage.awaitingSetup);
		}
	}

	/** Where the customer stands, whose record is kept as it is. */
	private Stage open(CustomerReference reference) {
		Stage stage = this.customers.lock(reference).stage();
		if (stage.isOver()) {
			throw new NoLongerWaiting(reference);
		}
		return stage;
	}

	private static Map<String, String> detailsOf(SetupResult result) {
		boolean stopped = result.stoppedAt() != SetupResult.Stop.nowhere;
		return Map.of("outcome", stopped ? "stopped" : result.mode().name(), "findings",
				String.join(" ", result.findings()), "pilots", String.valueOf(result.pilots()));
	}

	@Override
	public boolean cancel(CustomerReference reference, String reason, Actor actor) {
		for (int attempt = 1; true; attempt++) {
			try {
				return inTransaction(status -> {
					boolean stopped = stop(reference, reason, actor);
					// words of a cancellation that came too late are not kept
					if (!stopped) {
						status.setRollbackOnly();
					}
					return stopped;
				});
			}
			catch (OptimisticLockingException | ConcurrencyFailureException ex) {
				// a step of the process was committed at the same moment: it is somewhere
				// else now
				if (attempt == ATTEMPTS_TO_CANCEL) {
					throw ex;
				}
			}
		}
	}

	private boolean stop(CustomerReference reference, String reason, Actor actor) {
		if (this.customers.lock(reference).stage().isEnd()) {
			return false;
		}
		this.customers.explain(reference, reason);
		this.trail.add(reference, actor, "cancellationRequested");
		return this.journeys.cancel(reference);
	}

	@Override
	public boolean resend(CustomerReference reference, Actor actor) {
		return inTransaction(status -> {
			boolean sent = this.letters.again(this.customers.require(reference));
			if (sent) {
				this.trail.add(reference, actor, "letterSentAgain");
			}
			return sent;
		});
	}

	@Override
	public boolean letterCameBack(String messageId, String words) {
		return this.undelivered.cameBack(messageId, words);
	}

	@Override
	public boolean replaceLink(CustomerReference reference, Actor actor) {
		return inTransaction(status -> {
			if (this.customers.lock(reference).stage().isOver()) {
				return false;
			}
			this.customers.replaceLink(reference);
			this.trail.add(reference, actor, "linkReplaced");
			this.letters.linkReplaced(this.customers.require(reference));
			return true;
		});
	}

	/** The customer's record, kept as it is, if it waits for what is about to be done. */
	private Customer awaited(CustomerReference reference, Stage stage) {
		Customer customer = this.customers.lock(reference);
		if (customer.stage() != stage) {
			throw new NoLongerWaiting(reference);
		}
		return customer;
	}

	private <T> T inTransaction(TransactionCallback<T> work) {
		return Objects.requireNonNull(this.transaction.execute(work));
	}

}
