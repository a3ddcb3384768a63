package com.modalitysystems.onboarding.setup;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.ConsentReturn;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.InvitationProof;
import com.modalitysystems.onboarding.customer.Permission;
import com.modalitysystems.onboarding.customer.SetupResult;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.Tenant;
import com.modalitysystems.onboarding.customer.UsualTimes.Phase;
import com.modalitysystems.onboarding.customer.WaitingFor;
import com.modalitysystems.onboarding.customer.Wishes;
import com.modalitysystems.onboarding.process.ComingLetters;
import org.jspecify.annotations.Nullable;

import org.springframework.util.DigestUtils;

/**
 * What stands in a set-up room at one moment.
 *
 * @param customer whose room it is
 * @param address where it is
 * @param now that moment
 * @param steps the way to the first meeting
 * @param way the way to the consent page
 * @param visitor from where somebody looks
 * @param consentNews what there is to say of the consent
 * @param permissions every permission with its state
 * @param refusal what staff refused last, if so
 * @param coming what comes by itself if nobody does anything
 * @param history what happened, in words
 * @param leadsBack whether the consent page sends people back to us
 * @param usualTimes how long the parts of the way usually take, as far as we know
 */
record Room(Customer customer, URI address, Instant now, List<Step> steps, Way way, Visitor visitor,
		ConsentNews consentNews, List<PermissionLine> permissions, @Nullable Refusal refusal, ComingLetters coming,
		List<History.Line> history, boolean leadsBack, Map<Phase, Duration> usualTimes) {

	/** How long Microsoft keeps an old policy. */
	private static final Duration KEPT_POLICY = Duration.ofHours(6);

	private static final Duration SOON = Duration.ofSeconds(5);

	private static final Duration LATER = Duration.ofMinutes(1);

	public String stage() {
		return stageOf(this.customer).name();
	}

	/**
	 * Where the customer stands in their own eyes: what they reported counts before the
	 * process has taken it up, or the room would ask for it again.
	 */
	static Stage stageOf(Customer customer) {
		return isReported(customer) ? Stage.confirming : customer.stage();
	}

	private static boolean isReported(Customer customer) {
		Instant reported = customer.setupReportedAt();
		return customer.stage() == Stage.awaitingSetup && reported != null && !reported.isBefore(customer.since());
	}

	/**
	 * What the room says first: the sentence {@code setup.stage.} of this name. While we
	 * are looking, nobody is asked to consent.
	 */
	public String headline() {
		if (isInviting(this.customer)) {
			return "inviting";
		}
		boolean looking = this.customer.stage() == Stage.awaitingConsent
				&& (this.consentNews == ConsentNews.checking || mayBeSpreading());
		return looking ? "lookingAtConsent" : stage();
	}

	/** Whether a request was approved, and nobody was asked for the consent yet. */
	static boolean isInviting(Customer customer) {
		return customer.stage() == Stage.provisioning && customer.issued() == null && customer.mayYetConsent();
	}

	/** How long it usually takes until it goes on from here, if we know. */
	public @Nullable UsualTime usualTime() {
		Phase phase = isHeldUp() ? null : phase();
		Duration usual = (phase != null) ? this.usualTimes.get(phase) : null;
		return (phase != null && usual != null) ? UsualTime.of(phase, usual) : null;
	}

	private @Nullable Phase phase() {
		return switch (headline()) {
			case "requested", "awaitingApproval" -> Phase.approval;
			case "awaitingConsent" -> Phase.consent;
			case "lookingAtConsent" -> Phase.check;
			case "provisioning" -> Phase.preparation;
			case "awaitingSetup" -> Phase.policy;
			case "confirming" -> Phase.testCall;
			default -> null;
		};
	}

	// a robot may have pressed the button: who comes later is asked to consent all the
	// same
	private boolean mayBeSpreading() {
		ConsentReturn back = this.customer.consentReturn();
		return this.customer.waitingFor() == WaitingFor.microsoft
				&& (back == null || back.spreadsUntil().isAfter(this.now));
	}

	/** Whether there may be news of it. */
	public boolean mayChange() {
		return !isOver() && this.customer.stage() != Stage.live;
	}

	/** How long a page is to wait before it asks for news. */
	public long secondsToWait() {
		return (isUnderWay() ? SOON : LATER).toSeconds();
	}

	// what a person does takes longer than anybody looks at a page
	private boolean isUnderWay() {
		boolean opening = this.customer.stage() == Stage.awaitingConsent && this.way.state() == Way.State.opening;
		Wishes wishes = this.customer.wishes();
		boolean wished = (wishes.address() != null || wishes.successor() != null) && !isWithStaff();
		String whom = waitingFor();
		return !isHeldUp() && (opening || wished || WaitingFor.microsoft.name().equals(whom)
				|| WaitingFor.nobody.name().equals(whom));
	}

	/** Whether a step on our side failed, and an operator has to repair it first. */
	public boolean isHeldUp() {
		return this.customer.waitingFor() == WaitingFor.operator && !this.customer.stage().isEnd();
	}

	/** When it comes what the customer asked for: sentences end with this name. */
	public String pace() {
		return isHeldUp() ? "heldUp" : "soon";
	}

	/**
	 * Another one whenever there is something new to see; nothing can be read from it.
	 */
	public String version() {
		List<Object> seen = Arrays.asList(this.customer, headline(), this.way, this.visitor, this.refusal,
				this.coming.rest(), this.history);
		return DigestUtils.md5DigestAsHex(seen.toString().getBytes(StandardCharsets.UTF_8));
	}

	/** For whom it waits; nothing waits once it is over. */
	public @Nullable String waitingFor() {
		if (this.customer.stage().isEnd()) {
			return null;
		}
		if (!isHeldUp() && headline().equals("lookingAtConsent")) {
			return WaitingFor.microsoft.name();
		}
		if (!isHeldUp() && isReported(this.customer)) {
			return WaitingFor.staff.name();
		}
		boolean askedAgain = this.customer.waitingFor() == WaitingFor.microsoft;
		return (askedAgain ? WaitingFor.customer : this.customer.waitingFor()).name();
	}

	public boolean isOver() {
		return this.customer.stage().isOver();
	}

	/** Whether the customer may still stop it. */
	public boolean canStop() {
		return !this.customer.stage().isEnd();
	}

	/** Whether reminders may come, which can be put off. */
	static boolean mayBeReminded(Customer customer) {
		return customer.stage() == Stage.awaitingConsent || stageOf(customer) == Stage.awaitingSetup;
	}

	/**
	 * Until when Microsoft may keep the old policy, as far as we know; a moment in the
	 * past once it must be gone.
	 */
	public @Nullable OffsetDateTime policyKeptUntil() {
		Instant set = this.customer.evidence().policySetAt();
		Instant known = (set != null) ? set : this.customer.setupReportedAt();
		return (known != null) ? known.plus(KEPT_POLICY).atOffset(ZoneOffset.UTC) : null;
	}

	/** Whether Microsoft may still keep the old policy. */
	public boolean mayKeepOldPolicy() {
		OffsetDateTime until = policyKeptUntil();
		return until == null || until.toInstant().isAfter(this.now);
	}

	/** When the script ran that reported last. */
	public @Nullable OffsetDateTime ranAt() {
		SetupResult result = this.customer.evidence().result();
		return (result != null) ? result.at().atOffset(ZoneOffset.UTC) : null;
	}

	/** When we looked at an invitation last. */
	public @Nullable OffsetDateTime provedAt() {
		InvitationProof proof = this.customer.evidence().proof();
		return (proof != null) ? proof.lookedAt().atOffset(ZoneOffset.UTC) : null;
	}

	/**
	 * What to do after the last invitation: the sentence {@code setup.proof.} of this
	 * name.
	 */
	public @Nullable String proofAdvice() {
		InvitationProof proof = this.customer.evidence().proof();
		if (proof == null) {
			return null;
		}
		boolean wait = proof.outcome() == InvitationProof.Outcome.noneYet && mayKeepOldPolicy();
		String advice = wait ? ((policyKeptUntil() != null) ? ".until" : ".wait") : ".do";
		return proof.outcome() + advice;
	}

	/** What it takes to administer the service by hand. */
	public List<Cmdlets> cmdlets() {
		return Cmdlets.of(this.customer);
	}

	/** Before when no reminder comes, because the customer asked for it. */
	public @Nullable OffsetDateTime remindersRestUntil() {
		Instant until = this.customer.remindersRestUntil();
		return (until != null && until.isAfter(this.now)) ? until.atOffset(ZoneOffset.UTC) : null;
	}

	public ZoneChoices zones() {
		return ZoneChoices.of(this.customer);
	}

	/** The first day on which one may wish to be reminded. */
	public LocalDate tomorrow() {
		return LocalDate.ofInstant(this.now, this.coming.zone()).plusDays(1);
	}

	/** Whether the visitor looks from another address than the one that is let in. */
	public boolean isVisitorElsewhere() {
		return this.visitor.address() != null && !this.visitor.address().equals(this.way.address());
	}

	/** Whether a person on our side has something to do first. */
	public boolean isWithStaff() {
		return this.customer.waitingFor() == WaitingFor.staff;
	}

	/** Whether values were issued that are of use. */
	public boolean hasValues() {
		return takesEvidence(this.customer);
	}

	/** Whether the customer may show what stands in their tenant. */
	static boolean takesEvidence(Customer customer) {
		return customer.issued() != null && !customer.stage().isOver();
	}

	/** Whether it stands before or at the consent. */
	public boolean consentLiesAhead() {
		return switch (this.customer.stage()) {
			case requested, awaitingApproval, awaitingCustomer, awaitingConsent, expired -> true;
			default -> isInviting(this.customer);
		};
	}

	/** The tenant as the customer knows it: its name once it was looked up. */
	public String tenantName() {
		Tenant tenant = this.customer.tenant();
		return (tenant != null) ? tenant.displayName() + " (" + tenant.defaultDomain() + ")"
				: this.customer.asked().tenant().asText();
	}

	/** Whether staff asked something that is not answered yet. */
	public boolean asksSomething() {
		return this.customer.stage() == Stage.awaitingCustomer && this.customer.answer() == null;
	}

	/** The answer form before anything was typed. */
	public AnswerForm answerForm() {
		return AnswerForm.of(this.customer);
	}

	public OffsetDateTime requestedAt() {
		return this.customer.requestedAt().atOffset(ZoneOffset.UTC);
	}

	/** When we last looked at the consent. */
	public @Nullable OffsetDateTime consentSeenAt() {
		Consent consent = this.customer.consent();
		return (consent != null) ? consent.lookedAt().atOffset(ZoneOffset.UTC) : null;
	}

	/** What the tenant did not grant. */
	public List<Permission> missing() {
		return this.permissions.stream().filter(PermissionLine::isMissing).map(PermissionLine::permission).toList();
	}

}
