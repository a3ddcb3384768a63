package com.modalitysystems.onboarding.directory;

import java.util.Arrays;
import java.util.Optional;

/**
 * What Microsoft Entra means by the numbers it refuses with. Source: Microsoft's list of
 * error codes of Entra's authentication and authorization
 * (learn.microsoft.com/entra/identity-platform/reference-error-codes); 7000229 is
 * explained with the Teams SDK only, those of assertions with the Azure SDK. Microsoft
 * may change them at any time, so a number that is not here is no more than a doubt.
 */
enum Aadsts {

	NO_SERVICE_PRINCIPAL(7000229, Meaning.notConsented, "the application has no service principal in the tenant"),
	APPLICATION_NOT_FOUND(700016, Meaning.notConsented, "the application is not known in the tenant"),
	NOT_CONSENTED(65001, Meaning.notConsented, "nobody consented to the application"),
	CONSENT_DECLINED(65004, Meaning.notConsented, "the consent was declined"),
	MISCONFIGURED_OR_NOT_CONSENTED(650056, Meaning.notConsented, "the permissions asked for were not consented to"),
	BEING_ADDED(650051, Meaning.notConsented, "the application is just being added, or a stale one is in its way"),
	SERVICE_NOT_SUBSCRIBED(650052, Meaning.notConsented, "the tenant lacks a service that the application needs"),

	// these are shown to the person on Microsoft's consent page, and nobody comes back
	ADMINISTRATOR_NEEDED(90094, Meaning.notConsented, "the person may not consent, an administrator must"),
	ADMINISTRATOR_ASKED(90095, Meaning.notConsented, "the person asked their administrator to consent"),
	PERSON_FORBIDDEN(90093, Meaning.notConsented, "the person may not consent"),
	PERSON_OF_ANOTHER_TENANT(50020, Meaning.notConsented, "the person's account is not in the tenant"),
	PERSON_NOT_INVITED(90072, Meaning.notConsented, "the person's account is not in the tenant"),

	APPLICATION_DISABLED(7000112, Meaning.blocked, "the application is switched off in the tenant"),
	CONDITIONAL_ACCESS(53003, Meaning.blocked, "conditional access bars the application"),
	NOT_ASSIGNED(50105, Meaning.blocked, "the tenant lets in only whom it assigned to the application"),

	TENANT_NOT_FOUND(90002, Meaning.unknownTenant, "there is no such tenant"),
	TENANT_MALFORMED(900023, Meaning.unknownTenant, "neither a tenant's GUID nor one of its domains"),
	TENANT_EMPTY(900021, Meaning.unknownTenant, "not the GUID of a tenant"),

	NATIONAL_CLOUD(90038, Meaning.otherCloud, "the tenant lives in a national cloud"),
	CONFIDENTIAL_CROSS_CLOUD(900382, Meaning.otherCloud, "the tenant lives in another cloud"),
	CROSS_CLOUD(900432, Meaning.otherCloud, "the tenant lives in another cloud"),

	SECRET_WRONG(7000215, Meaning.ourFault, "our client secret is wrong"),
	SECRET_EXPIRED(7000222, Meaning.ourFault, "our client secret has expired"),
	SECRET_MISSING(7000218, Meaning.ourFault, "our request carried neither secret nor assertion"),
	ASSERTION_SIGNATURE(700027, Meaning.ourFault, "our certificate is not registered, or has expired"),
	ASSERTION_TIME(700024, Meaning.ourFault, "our assertion is not valid now; look at this machine's clock"),
	ASSERTION_AUDIENCE(700023, Meaning.ourFault, "our assertion is for somebody else; look at the login URL"),
	ASSERTION_APPLICATION(700021, Meaning.ourFault, "our assertion is of another application"),
	ASSERTION_MALFORMED(50027, Meaning.ourFault, "our assertion is malformed"),
	CERTIFICATE_INVALID(700030, Meaning.ourFault, "our certificate is not valid"),
	SCOPE_INVALID(70011, Meaning.ourFault, "we asked for a scope that does not exist"),
	SCOPE_WITHOUT_DEFAULT(1002012, Meaning.ourFault, "we asked for a scope without /.default"),
	RESOURCE_NOT_FOUND(500011, Meaning.ourFault, "we asked for something that does not exist"),
	RESOURCE_REMOVED(650054, Meaning.ourFault, "our registration asks for something that was removed"),
	RESOURCE_NOT_REGISTERED(650057, Meaning.ourFault, "our registration does not list what we ask for"),
	REDIRECT_NOT_REGISTERED(50011, Meaning.ourFault, "our registration does not list our callback"),
	GRANT_UNKNOWN(70003, Meaning.ourFault, "we asked by a grant that does not exist"),
	PARAMETER_MISSING(900144, Meaning.ourFault, "our request lacked a parameter"),
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

	/** The number itself. */
	int code() {
		return this.code;
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
