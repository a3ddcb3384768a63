package com.modalitysystems.onboarding.doctor;

/**
 * One thing that was found out; it holds no secret.
 *
 * @param verdict how it is
 * @param what was found, in a few words
 * @param fix what to do about it, empty when there is nothing to do
 */
public record Finding(Verdict verdict, String what, String fix) {

	public static Finding ok(String what) {
		return new Finding(Verdict.ok, what, "");
	}

	public static Finding warning(String what, String fix) {
		return new Finding(Verdict.warning, what, fix);
	}

	public static Finding failed(String what, String fix) {
		return new Finding(Verdict.failed, what, fix);
	}

	/** How something is. */
	public enum Verdict {

		/** As it should be. */
		ok,
		/** It works, and deserves a look. */
		warning,
		/** Customers cannot be onboarded like this. */
		failed

	}

}
