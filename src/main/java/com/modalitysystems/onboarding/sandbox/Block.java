package com.modalitysystems.onboarding.sandbox;

/** How a tenant keeps an application out. */
enum Block {

	/** The enterprise application is disabled. */
	disabled,
	/** A Conditional Access policy refuses it tokens. */
	conditionalAccess

}
