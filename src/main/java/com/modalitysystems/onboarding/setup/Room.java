package com.modalitysystems.onboarding.setup;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Permission;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.Tenant;
import com.modalitysystems.onboarding.customer.WaitingFor;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a set-up room at one moment.
 *
 * @param customer whose room it is
 * @param steps the way to the first meeting
 * @param visitor from where somebody looks
 * @param consentNews what there is to say of the consent
 * @param permissions every permission with its state
 * @param history what happened, in words
 * @param leadsBack whether the consent page sends people back to us
 */
record Room(Customer customer, List<Step> steps, Visitor visitor, ConsentNews consentNews,
		List<PermissionLine> permissions, List<History.Line> history, boolean leadsBack) {

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
		boolean looking = this.customer.stage() == Stage.awaitingConsent
				&& (this.consentNews == ConsentNews.checking || this.customer.waitingFor() == WaitingFor.microsoft);
		return looking ? "lookingAtConsent" : stage();
	}

	/** For whom it waits; nothing waits once it is over. */
	public @Nullable String waitingFor() {
		if (isOver() || this.customer.stage() == Stage.live) {
			return null;
		}
		if (headline().equals("lookingAtConsent")) {
			return WaitingFor.microsoft.name();
		}
		return (isReported(this.customer) ? WaitingFor.staff : this.customer.waitingFor()).name();
	}

	public boolean isOver() {
		return this.customer.stage().isOver();
	}

	/** Whether the customer may still stop it. */
	public boolean canStop() {
		return !isOver() && this.customer.stage() != Stage.live;
	}

	/** Whether values were issued that are of use. */
	public boolean hasValues() {
		return this.customer.issued() != null && !isOver();
	}

	/** Whether it stands before or at the consent. */
	public boolean consentLiesAhead() {
		return switch (this.customer.stage()) {
			case requested, awaitingApproval, awaitingCustomer, awaitingConsent, expired -> true;
			default -> false;
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
