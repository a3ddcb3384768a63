package com.modalitysystems.onboarding.intake;

/** A file holds no requests that can be told apart. */
class FileRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String code;

	private final String detail;

	FileRefused(String code) {
		this(code, "");
	}

	FileRefused(String code, String detail) {
		super("The file is refused: " + code);
		this.code = code;
		this.detail = detail;
	}

	/** What is wrong; the sentence is {@code import.refused.} and this code. */
	String code() {
		return this.code;
	}

	/** What the sentence names. */
	String detail() {
		return this.detail;
	}

}
