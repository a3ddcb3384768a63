package com.modalitysystems.onboarding.customer;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Who is being onboarded: one onboarding's record as it stands.
 *
 * @param reference its name
 * @param asked what was asked for, as corrected since
 * @param tenantId the tenant's GUID, once it is known
 * @param tenant the tenant as Microsoft describes it, once it was looked up
 * @param emailDomainInTenant whether the administrator's e-mail domain belongs to the
 * tenant, once that was looked up
 * @param stage where it stands
 * @param waitingFor for whom it waits
 * @param since since when
 * @param requestedAt when it was asked for
 * @param link the link to its set-up room
 * @param question what staff asked the customer last
 * @param answer what the customer answered to it
 * @param reason why it was rejected, closed or cancelled, or what staff found wrong last,
 * in words for the customer
 * @param consent what the tenant said of the consent, once we looked
 * @param consentReturn what the administrator brought back from the consent page last
 * @param issued the values issued to the customer
 * @param setupReportedAt when the customer last said that the policy is in place
 * @param remindersSent how many reminders of this stage were sent
 * @param remindersRestUntil before when no reminder of this stage is sent, if so
 * @param window when the administrator's address is let in
 * @param wishes what they asked for while we wait
 * @param trouble what they were told to be wrong with the consent
 * @param evidence what shows how far the set-up in their tenant is
 */
public record Customer(CustomerReference reference, NewCustomer asked, @Nullable TenantId tenantId,
		@Nullable Tenant tenant, @Nullable Boolean emailDomainInTenant, Stage stage, WaitingFor waitingFor,
		Instant since, Instant requestedAt, LinkId link, @Nullable String question, @Nullable String answer,
		@Nullable String reason, @Nullable Consent consent, @Nullable ConsentReturn consentReturn,
		@Nullable IssuedValues issued, @Nullable Instant setupReportedAt, int remindersSent,
		@Nullable Instant remindersRestUntil, AddressWindow window, Wishes wishes, ConsentTrouble trouble,
		SetupEvidence evidence) {

	public String company() {
		return this.asked.company();
	}

	public Administrator administrator() {
		return this.asked.administrator();
	}

	public Language language() {
		return this.asked.language();
	}

	/** Whether the administrator's consent may still be to come. */
	public boolean mayYetConsent() {
		boolean verified = this.consent != null && this.consent.isVerified();
		return switch (this.stage) {
			// the steps before the consent and those after it are both "provisioning"
			case requested, awaitingApproval, awaitingCustomer, awaitingConsent, provisioning -> !verified;
			case awaitingSetup, confirming, live, expired, rejected, closed, cancelled -> false;
		};
	}

	/** The tenant's GUID; only to be asked once the tenant was looked up. */
	public TenantId requireTenantId() {
		if (this.tenantId == null) {
			throw new IllegalStateException("The tenant of " + this.reference + " was not looked up yet");
		}
		return this.tenantId;
	}

	/** The issued values; only to be asked once they were issued. */
	public IssuedValues requireIssued() {
		if (this.issued == null) {
			throw new IllegalStateException("No values were issued to " + this.reference + " yet");
		}
		return this.issued;
	}

}
