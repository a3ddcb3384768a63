package com.modalitysystems.onboarding.setup;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.modalitysystems.onboarding.customer.Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/**
 * A new meeting's invitation, to look at. It does not print: people's names stand in it.
 *
 * @param invitation its text, pasted
 * @param file its calendar file
 */
record ProofForm(@Nullable String invitation, @Nullable MultipartFile file) {

	/** An invitation with a picture or two in it. */
	static final int LARGEST = 500_000;

	/**
	 * The invitation.
	 * @throws Refused if there is none, or it is too large to be one
	 */
	Invitation read() {
		String given = given();
		if (given.isBlank()) {
			throw new Refused("missing");
		}
		if (given.length() > LARGEST) {
			throw new Refused("invitation.tooLarge");
		}
		return Invitation.of(given);
	}

	private String given() {
		MultipartFile uploaded = this.file;
		if (uploaded == null || uploaded.isEmpty()) {
			return (this.invitation != null) ? this.invitation : "";
		}
		try {
			return InvitationText.read(uploaded.getBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String toString() {
		return "ProofForm[…]";
	}

}
