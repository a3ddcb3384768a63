package com.modalitysystems.onboarding.sandbox;

/** What a tenant says of our application. */
enum ConsentState {

	/** It does not know it. */
	none,
	/** It has consented to all permissions. */
	granted,
	/** It has consented, but some permissions are missing. */
	incomplete,
	/** It has consented, but says no a few times more before it says yes. */
	spreading,
	/** It has switched the application off. */
	blocked;

	/** What a tenant says after somebody consented there, when nothing else is known. */
	ConsentState afterAccept() {
		return (this == none) ? granted : this;
	}

}
