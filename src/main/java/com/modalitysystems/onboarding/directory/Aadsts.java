package com.modalitysystems.onboarding.directory;

import java.util.Arrays;
import java.util.Optional;

/**
 * What Microsoft Entra means by the numbers it refuses with, as far as they can meet us
 * without a person signing in. Source: Microsoft's list of error codes of Entra's
 * authentication and authorization; 7000229 is explained with the Teams SDK only.
 */
enum Aadsts {

	NO_SERVICE_PRINCIPAL(7000229, Meaning.notConsented, "the application has no service principal in the tenant"),
	APPLICATION_NOT_FOUND(700016, Meaning.notConsented, "the application is not known in the tenant"),
	NOT_CONSENTED(65001, Meaning.notConsented, "nobody consented to the application"),
	CONSENT_DECLINED(65004, Meaning.notConsented, "the consent was declined"),
	MISCONFIGURED_OR_NOT_CONSENTED(650056, Meaning.notConsented, "the permissions asked for were not consented to"),

	APPLICATION_DISABLED(7000112, Meaning.blocked, "the application is switched off in the tenant"),
	CONDITIONAL_ACCESS(53003, Meaning.blocked, "conditional access bars the application"),

	TENANT_NOT_FOUND(90002, Meaning.unknownTenant, "there is no such tenant"),
	TENANT_MALFORMED(900023, Meaning.unknownTenant, "neither a tenant's GUID nor one of its domains"),
	TENANT_EMPTY(900021, Meaning.unknownTenant, "not the GUID of a tenant"),

	NATIONAL_CLOUD(90038, Meaning.otherCloud, "the tenant lives in a national cloud"),
	CONFIDENTIAL_CROSS_CLOUD(900382, Meaning.otherCloud, "the tenant lives in another cloud"),
	CROSS_CLOUD(900432, Meaning.otherCloud, "the tenant lives in another cloud"),

	SECRET_WRONG(7000215, Meaning.ourFault, "our client secret is wrong"),
	SECRET_EXPIRED(7000222, Meaning.ourFault, "our client secret has expired"),
	SECRET_MISSING(7000218, Meaning.ourFault, "our request carried neither secret nor assertion"),
	ASSERTION_SIGNATURE(700027, Meaning.ourFault, "our certificate is not the one that is registered"),
	ASSERTION_TIME(700024, Meaning.ourFault, "our assertion is not valid now; look at this machine's clock"),
	CERTIFICATE_INVALID(700030, Meaning.ourFault, "our certificate is not valid"),
	SCOPE_INVALID(70011, Meaning.ourFault, "we asked for a scope that does not exist"),
	SINGLE_TENANT(50194, Meaning.ourFault, "our application is not registered as one for many tenants"),

	TENANT_THROTTLED(90055, Meaning.busy, "too many requests of this tenant"),
	LOOP_DETECTED(50196, Meaning.busy, "too many identical requests of ours"),
	DIRECTORY_UNAVAILABLE(90033, Meaning.busy, "the directory is not available now");

	private final int code;

	private final Meaning meaning;

	private final String words;

	Aadsts(int code, Meaning meaning, String words) {
		this.code = code;
		this.meaning = meaning;
		this.words = words;
	}

	static Optional<Aadsts> of(int code) {
		return Arrays.stream(values()).filter((known) -> known.code == code).findFirst();
	}

	/** What a number means; one that we do not know is a doubt, and no more. */
	static Meaning meaning(int code) {
		return of(code).map((known) -> known.meaning).orElse(Meaning.doubtful);
	}

	/** What it says, for operators. */
	String words() {
		return this.words;
	}

	/** What follows from a refusal. */
	enum Meaning {

		/** The tenant's administrator did not consent, or it has not spread yet. */
		notConsented,
		/** The tenant bars the application on purpose. */
		blocked,
		/** There is no such tenant. */
		unknownTenant,
		/** The tenant cannot be reached from the worldwide cloud. */
		otherCloud,
		/**
		 * Our settings or our registration are wrong; it says nothing of the customer.
		 */
		ourFault,
		/** Ask again later. */
		busy,
		/** We do not know. */
		doubtful

	}

}
