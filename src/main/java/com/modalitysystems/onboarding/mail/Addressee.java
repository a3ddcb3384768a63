package com.modalitysystems.onboarding.mail;

/** In which part a person is written to. */
public enum Addressee {

	administrator, contact, manager,
	/** The administrator before the colleague who took over. */
	former

}
