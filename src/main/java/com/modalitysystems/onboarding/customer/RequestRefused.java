package com.modalitysystems.onboarding.customer;

import java.util.List;

/** A request for an onboarding has mistakes, each at its field. */
public class RequestRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Mistake> mistakes;

	public RequestRefused(List<Mistake> mistakes) {
		super(mistakes.toString());
		this.mistakes = List.copyOf(mistakes);
	}

	public List<Mistake> mistakes() {
		return this.mistakes;
	}

	/**
	 * One mistake.
	 *
	 * @param field the field as the doors call it: {@code tenant}, {@code adminEmail}
	 * @param code what is wrong; the sentence is {@code refused.} and this code in
	 * {@code messages.properties}
	 */
	public record Mistake(String field, String code) {
	}

}
