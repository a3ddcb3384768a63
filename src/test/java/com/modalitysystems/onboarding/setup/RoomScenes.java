package com.modalitysystems.onboarding.setup;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.microsoft.playwright.Page;
import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Consent.Outcome;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.CustomerWishes;
import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.Permission;
import com.modalitysystems.onboarding.customer.PublicAddress;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.Successor;
import com.modalitysystems.onboarding.customer.WaitingFor;

import static org.mockito.BDDMockito.given;

/** The set-up room in each of its states. */
class RoomScenes {

	private static final Duration WINDOW = Duration.ofDays(3);

	private final SetupRoomTest house;

	private final CustomerWishes wishes;

	private final Clock clock;

	RoomScenes(SetupRoomTest house, CustomerWishes wishes, Clock clock) {
		this.house = house;
		this.wishes = wishes;
		this.clock = clock;
	}

	List<Scene> beforeTheConsent() {
		return List.of(
				room("requested", "The request is checked",
						() -> this.house.customerAt(Stage.requested, WaitingFor.nobody)),
				room("approval", "Staff look at the request", this::waitingForApproval),
				room("inviting", "The request is approved",
						() -> this.house.customerAt(Stage.provisioning, WaitingFor.nobody)),
				room("question", "Staff have a question", this::asked),
				room("question-answered", "The question is answered", this::answered));
	}

	List<Scene> atTheConsent() {
		return List.of(room("consent-shut", "The way to the consent page is shut", this::awaitingConsent),
				room("consent-opening", "The way is being opened", this::opening),
				room("consent-held-up", "The way cannot be opened before a repair", this::heldUp),
				room("consent", "The way is open, and leads from here", this::open),
				room("consent-elsewhere", "The way is open, but not from here", this::open).seenFrom("20.1.2.3"),
				room("consent-connector", "The consent page does not lead back", this::open, false),
				room("consent-noted", "An act is confirmed", this::open, "?note=windowOpen"),
				room("consent-wishes", "Wishes that wait, and one that was refused", this::wishing),
				room("looking", "We look for the consent", this::looking));
	}

	List<Scene> troubles() {
		return List.of(room("declined", "Microsoft says that consent was not given", this::declined),
				room("not-yet", "The tenant does not show the consent yet", () -> seen(Outcome.notYet)),
				room("incomplete", "Some permissions are missing", () -> seen(Outcome.incomplete)),
				room("wrong-tenant", "The consent was given in another tenant", () -> seen(Outcome.wrongTenant)),
				room("blocked", "The tenant bars the application", () -> seen(Outcome.blocked)));
	}

	List<Scene> mistakes() {
		return List.of(mistake("question-mistakes", "An answer with mistakes", this::asked, "answer"),
				mistake("address-mistakes", "Another address, with mistakes", this::open, "address"),
				mistake("admin-mistakes", "A colleague, with mistakes", this::open, "admin"),
				mistake("snooze-mistakes", "A reminder on no day", this::open, "snooze"),
				mistake("cancel-mistakes", "A stop without the reference", this::open, "cancel"));
	}

	List<Scene> afterTheConsent() {
		return List.of(room("expired", "The time for the consent ran out", () -> this.house.customerAt(Stage.expired)),
				room("provisioning", "The values are prepared", this::provisioning),
				room("policy", "The values and the script", () -> withValuesAt(Stage.awaitingSetup)),
				room("policy-problem", "The test call did not work", this::problem),
				room("confirming", "The test call is made", () -> withValuesAt(Stage.confirming)),
				room("live", "It is done", () -> withValuesAt(Stage.live)));
	}

	List<Scene> ends() {
		return List.of(
				room("rejected", "The request was turned down",
						() -> ended(Stage.rejected, "We know nobody of this name at your company.")),
				room("closed", "The set-up was closed", () -> ended(Stage.closed, "Nobody answered for two months.")),
				room("cancelled", "The set-up was stopped", () -> ended(Stage.cancelled, "We chose another service.")));
	}

	private Scene room(String name, String words, Supplier<Customer> customer) {
		return room(name, words, customer, "");
	}

	private Scene room(String name, String words, Supplier<Customer> customer, String query) {
		return new Scene("setup-" + name, words, page -> open(page, customer, true, query));
	}

	private Scene room(String name, String words, Supplier<Customer> customer, boolean leadsBack) {
		return new Scene("setup-" + name, words, page -> open(page, customer, leadsBack, ""));
	}

	private void open(Page page, Supplier<Customer> customer, boolean leadsBack, String query) {
		given(this.house.onboarding.consentLeadsBack()).willReturn(leadsBack);
		page.navigate(this.house.base() + this.house.room(customer.get()) + query);
	}

	/** A form of the room, sent as it is. */
	private Scene mistake(String name, String words, Supplier<Customer> customer, String form) {
		return new Scene("setup-" + name, words, page -> {
			open(page, customer, true, "");
			page.evaluate("document.querySelectorAll('details').forEach(more => more.open = true)");
			page.locator("form[action$='/" + form + "'] [required]")
				.evaluateAll("fields => fields.forEach(field => field.value = '')");
			page.locator("form[action$='/" + form + "'] button").first().click();
			page.locator(".error-summary").waitFor();
		});
	}

	private Customer waitingForApproval() {
		CustomerReference reference = this.house.customerAt(Stage.awaitingApproval, WaitingFor.staff).reference();
		this.house.trail.add(reference, Actor.SYSTEM, "onboardingRequested");
		this.house.trail.add(reference, Actor.SYSTEM, "tenantValidated");
		return this.house.customers.require(reference);
	}

	private Customer asked() {
		Customer customer = this.house.customerAt(Stage.awaitingCustomer);
		this.house.customers.ask(customer.reference(),
				"Your e-mail address belongs to fabrikam.com, which is not a domain of the tenant. Is it the right one?");
		return this.house.customers.require(customer.reference());
	}

	private Customer answered() {
		Customer customer = asked();
		this.house.facts.answered(customer.reference(), "Yes. Fabrikam is our parent company.");
		this.house.customers.waitFor(customer.reference(), WaitingFor.staff);
		return this.house.customers.require(customer.reference());
	}

	private Customer awaitingConsent() {
		Customer customer = this.house.customerAt(Stage.awaitingConsent);
		for (String event : List.of("onboardingRequested", "tenantValidated", "requestApproved", "letterSent")) {
			this.house.trail.add(customer.reference(), Actor.SYSTEM, event);
		}
		return customer;
	}

	private Customer opening() {
		Customer customer = awaitingConsent();
		this.wishes.window(customer.reference());
		return this.house.customers.require(customer.reference());
	}

	private Customer heldUp() {
		Customer customer = opening();
		this.house.customers.waitFor(customer.reference(), WaitingFor.operator);
		return this.house.customers.require(customer.reference());
	}

	private Customer open() {
		Customer customer = awaitingConsent();
		this.wishes.windowOpened(customer.reference(), customer.administrator().address(),
				this.clock.instant().plus(WINDOW));
		this.house.trail.add(customer.reference(), Actor.SYSTEM, "firewallOpened");
		return this.house.customers.require(customer.reference());
	}

	private Customer wishing() {
		Customer customer = open();
		this.wishes.address(customer.reference(), PublicAddress.of("2a01:4f8:c2c:123f:64:5ff:fe12:77ab"));
		this.wishes.successor(customer.reference(), new Successor("Maximiliane Schwarzenberger-Hohenlohe",
				new EmailAddress("maximiliane@contoso-holding.example")));
		this.house.customers.explain(customer.reference(), "This network is not one of yours, as far as we can see.");
		this.house.trail.add(customer.reference(), Actor.staff("mueller"), "addressRefused");
		this.house.customers.waitFor(customer.reference(), WaitingFor.staff);
		return this.house.customers.require(customer.reference());
	}

	private Customer looking() {
		Customer customer = open();
		this.house.facts.consentReturned(customer.reference(), null, null);
		this.house.trail.add(customer.reference(), Actor.MICROSOFT, "consentReturned");
		this.house.customers.waitFor(customer.reference(), WaitingFor.microsoft);
		return this.house.customers.require(customer.reference());
	}

	private Customer declined() {
		Customer customer = open();
		this.house.facts.consentReturned(customer.reference(), "access_denied", null);
		this.house.trail.add(customer.reference(), Actor.MICROSOFT, "consentDeclined");
		return this.house.customers.require(customer.reference());
	}

	private Customer seen(Outcome outcome) {
		Customer customer = open();
		this.house.customers.consentSeen(customer.reference(),
				SetupRoomTest.consent(outcome, Consent.Item.missing, Permission.USER_READ_ALL,
						Permission.CALLS_INITIATE, Permission.CALLS_JOIN_GROUP_CALL, Permission.ONLINE_MEETINGS_READ,
						Permission.USER_READ));
		this.house.trail.add(customer.reference(), Actor.SYSTEM, "consentChecked", Map.of("outcome", outcome.name()));
		return this.house.customers.require(customer.reference());
	}

	private Customer provisioning() {
		CustomerReference reference = this.house.customerAt(Stage.provisioning, WaitingFor.nobody).reference();
		verified(reference);
		return this.house.customers.require(reference);
	}

	private Customer withValuesAt(Stage stage) {
		CustomerReference reference = this.house.customerWithValuesAt(stage).reference();
		verified(reference);
		this.house.trail.add(reference, Actor.SYSTEM, "tenantKeyIssued");
		return this.house.customers.require(reference);
	}

	private void verified(CustomerReference reference) {
		this.house.customers.consentSeen(reference,
				SetupRoomTest.consent(Outcome.verified, Consent.Item.granted, Permission.values()));
		this.house.trail.add(reference, Actor.SYSTEM, "consentChecked", Map.of("outcome", Outcome.verified.name()));
	}

	private Customer problem() {
		Customer customer = withValuesAt(Stage.awaitingSetup);
		this.house.customers.explain(customer.reference(),
				"The invitation of our test meeting carries no dial-in. Was the policy granted to you?");
		this.house.trail.add(customer.reference(), Actor.staff("mueller"), "serviceFailed");
		return this.house.customers.require(customer.reference());
	}

	private Customer ended(Stage stage, String reason) {
		Customer customer = this.house.customerAt(stage, WaitingFor.nobody);
		this.house.customers.explain(customer.reference(), reason);
		return this.house.customers.require(customer.reference());
	}

}
