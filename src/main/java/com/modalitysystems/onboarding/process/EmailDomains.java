package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.directory.TenantDirectory;
import com.modalitysystems.onboarding.directory.TenantLookup;

import org.springframework.stereotype.Component;

/** Whether an e-mail address belongs to a tenant. */
@Component
class EmailDomains {

	private final TenantDirectory directory;

	EmailDomains(TenantDirectory directory) {
		this.directory = directory;
	}

	boolean isOf(TenantId tenant, EmailAddress email) {
		return this.directory.find(email.domain()) instanceof TenantLookup.Found found
				&& found.tenant().id().equals(tenant);
	}

}
