package com.modalitysystems.onboarding.http;

import java.time.Duration;

/**
 * Another step of ours is at work where only one may be: this one comes later. It is no
 * failure, however often it happens.
 */
public class OthersFirst extends RemoteCallFailed {

	private static final long serialVersionUID = 1L;

	private static final Duration SOON = Duration.ofSeconds(5);

	/** The system that others of ours are working on. */
	public OthersFirst(String system) {
		super(system, "is busy with another step of ours", SOON, null);
	}

	@Override
	public String code() {
		return system() + ".othersFirst";
	}

}
