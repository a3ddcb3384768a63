package com.modalitysystems.onboarding.setup;

import java.util.List;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Permission;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.Tenant;

/**
 * What stands in a set-up room at one moment.
 *
 * @param customer whose room it is
 * @param steps the way to the first meeting
 * @param visitor from where somebody looks
 * @param consentNews what there is to say of the consent
 * @param permissions every permission with its state
 * @param history what happened, in words
 */
record Room(Customer customer, List<Step> steps, Visitor visitor, ConsentNews consentNews,
		List<PermissionLine> permissions, List<History.Line> history) {

	String stage() {
		return this.customer.stage().name();
	}

	boolean isOver() {
		return this.customer.stage().isOver();
	}

	/** Whether the customer may still stop it. */
	boolean canStop() {
		return !isOver() && this.customer.stage() != Stage.live;
	}

	/** Whether values were issued that are of use. */
	boolean hasValues() {
		return this.customer.issued() != null && !isOver();
	}

	/** Whether it stands before or at the consent. */
	boolean consentLiesAhead() {
		return switch (this.customer.stage()) {
			case requested, awaitingApproval, awaitingCustomer, awaitingConsent, expired -> true;
			default -> false;
		};
	}

	/** The tenant as the customer knows it: its name once it was looked up. */
	String tenantName() {
		Tenant tenant = this.customer.tenant();
		return (tenant != null) ? tenant.displayName() + " (" + tenant.defaultDomain() + ")"
				: this.customer.asked().tenant().asText();
	}

	/** What the tenant did not grant. */
	List<Permission> missing() {
		return this.permissions.stream().filter(PermissionLine::isMissing).map(PermissionLine::permission).toList();
	}

}
