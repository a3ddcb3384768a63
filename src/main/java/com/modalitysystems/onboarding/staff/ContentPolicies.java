package com.modalitysystems.onboarding.staff;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/** What browsers let our pages do, as a Content-Security-Policy. */
@Component
class ContentPolicies {

	private static final String OURS = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'";

	private final StaffSettings settings;

	ContentPolicies(StaffSettings settings) {
		this.settings = settings;
	}

	/** Nothing from elsewhere, nothing inline, and in nobody's frame. */
	String ofPages() {
		return OURS + "; style-src 'self'; frame-ancestors 'none'; " + formAction();
	}

	/** The console shows letters in frames of its own, and letters bring their styles. */
	String ofSandbox() {
		return OURS + "; style-src 'self' 'unsafe-inline'; frame-ancestors 'self'; " + formAction();
	}

	/** An answer to a program does nothing in a browser. */
	String ofApi() {
		return "default-src 'none'; frame-ancestors 'none'";
	}

	// browsers apply it to where the answer to a form redirects, too
	private String formAction() {
		return Stream.concat(Stream.of("form-action 'self'"), this.settings.consentOrigins())
			.collect(Collectors.joining(" "));
	}

}
