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

	/** In a customer's tenant. */
	PlatformFault(TokenRefused refused) {
		this(refused.code(), refused);
	}

	private PlatformFault(String code, TokenRefused refused) {
		super(code,
				refused.getMessage() + ": "
						+ Aadsts.of(refused.aadsts()).map(Aadsts::words).orElse("look the number up at Microsoft"),
				refused);
		this.aadsts = refused.aadsts();
	}

	PlatformFault(String code, String message) {
		super(code, message, null);
		this.aadsts = 0;
	}

	/** In our own tenant, where whatever Microsoft means by it lies with us. */
	static PlatformFault ofOurOwnTenant(TokenRefused refused) {
		boolean known = Aadsts.meaning(refused.aadsts()) == Aadsts.Meaning.ourFault;
		return new PlatformFault(known ? refused.code() : "Entra.ourTenant", refused);
	}

	/** The number behind {@code AADSTS}; 0 when there is none. */
	int aadsts() {
		return this.aadsts;
	}

}
