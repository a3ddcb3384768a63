package com.modalitysystems.onboarding.http;

/**
 * A failure that was named where it crossed the wall: {@code Azure.refused}. The
 * catalogue of troubles says what it means, and who does what about it.
 */
public interface NamedFailure {

	/** The system, a dot, and what is wrong with it. */
	String code();

}
