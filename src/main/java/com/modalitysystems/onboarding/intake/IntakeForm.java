package com.modalitysystems.onboarding.intake;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.RequestRefused;
import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;
import org.jspecify.annotations.Nullable;

/**
 * The page as it was typed.
 *
 * @param submission the key under which this page is sent, however often
 * @param noteRead whether the note on external access was ticked
 */
record IntakeForm(String submission, @Nullable String company, @Nullable String tenant, @Nullable String country,
		@Nullable String adminName, @Nullable String adminEmail, @Nullable String adminAddress,
		@Nullable String contactEmail, @Nullable String language, @Nullable String noteRead) {

	private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{22}");

	private static final SecureRandom RANDOM = new SecureRandom();

	// browsers may send anything, or nothing
	IntakeForm {
		submission = (submission != null && KEY.matcher(submission).matches()) ? submission : randomKey();
	}

	/** Nothing was typed yet; letters come in the language of the page. */
	static IntakeForm empty(Locale language) {
		return new IntakeForm(randomKey(), null, null, null, null, null, null, null, language.getLanguage(), null);
	}

	IntakeForm withAddress(String address) {
		return new IntakeForm(this.submission, this.company, this.tenant, this.country, this.adminName, this.adminEmail,
				address, this.contactEmail, this.language, this.noteRead);
	}

	IntakeForm withLanguage(Locale language) {
		return new IntakeForm(this.submission, this.company, this.tenant, this.country, this.adminName, this.adminEmail,
				this.adminAddress, this.contactEmail, language.getLanguage(), this.noteRead);
	}

	OnboardingRequest toRequest() {
		return new OnboardingRequest(this.company, this.tenant, this.country, this.adminName, this.adminEmail,
				this.adminAddress, this.contactEmail, this.language, null);
	}

	/** Every mistake, in the order of the page. */
	List<Mistake> mistakes() {
		List<Mistake> mistakes = new ArrayList<>();
		try {
			toRequest().accept();
		}
		catch (RequestRefused refused) {
			mistakes.addAll(refused.mistakes());
		}
		if (this.noteRead == null) {
			mistakes.add(new Mistake("noteRead", "noteUnread"));
		}
		return mistakes;
	}

	private static String randomKey() {
		byte[] bits = new byte[16];
		RANDOM.nextBytes(bits);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
	}

}
