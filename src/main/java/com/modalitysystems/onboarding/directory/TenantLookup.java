package com.modalitysystems.onboarding.directory;

import com.modalitysystems.onboarding.customer.Tenant;

/** What became of looking a tenant up. */
public sealed interface TenantLookup {

	/** It exists, and we can onboard it. */
	record Found(Tenant tenant) implements TenantLookup {
	}

	/** We cannot onboard it. */
	record Refused(Reason reason) implements TenantLookup {
	}

	/** Why a tenant cannot be onboarded. */
	enum Reason {

		/** Microsoft knows no such tenant. */
		unknown,
		/** It lives in a national cloud, which the service cannot reach. */
		otherCloud,
		/** It is our own. */
		ours,
		/** It is the one of personal accounts. */
		consumers

	}

}
