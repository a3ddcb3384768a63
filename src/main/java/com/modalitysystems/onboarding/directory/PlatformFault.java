package com.modalitysystems.onboarding.directory;

import com.modalitysystems.onboarding.http.Fault;
import com.modalitysystems.onboarding.http.TokenRefused;

/**
 * Microsoft refuses us for a reason that lies with us or with a tenant that is no longer
 * there, so that it says nothing of a customer's consent. To ask again helps only once
 * somebody has repaired it: it becomes an incident.
 */
class PlatformFault extends Fault {

	private static final long serialVersionUID = 1L;

	private final int aadsts;

	PlatformFault(TokenRefused refused) {
		super(refused.getMessage() + ": "
				+ Aadsts.of(refused.aadsts()).map(Aadsts::words).orElse("look the number up at Microsoft"), refused);
		this.aadsts = refused.aadsts();
	}

	PlatformFault(String message) {
		super(message, null);
		this.aadsts = 0;
	}

	/** The number behind {@code AADSTS}; 0 when there is none. */
	int aadsts() {
		return this.aadsts;
	}

}
