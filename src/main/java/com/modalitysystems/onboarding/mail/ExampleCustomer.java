package com.modalitysystems.onboarding.mail;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.modalitysystems.onboarding.customer.AddressWindow;
import com.modalitysystems.onboarding.customer.Administrator;
import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.ConsentTrouble;
import com.modalitysystems.onboarding.customer.Country;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.IssuedValues;
import com.modalitysystems.onboarding.customer.Language;
import com.modalitysystems.onboarding.customer.LinkId;
import com.modalitysystems.onboarding.customer.NewCustomer;
import com.modalitysystems.onboarding.customer.Permission;
import com.modalitysystems.onboarding.customer.PublicAddress;
import com.modalitysystems.onboarding.customer.SetupEvidence;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.Tenant;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.customer.WaitingFor;
import com.modalitysystems.onboarding.customer.Wishes;
import org.jspecify.annotations.Nullable;

/** The customer to whom the previews are written. */
final class ExampleCustomer {

	private ExampleCustomer() {
	}

	/**
	 * A customer about whom everything is known that a letter of this kind speaks of.
	 * @param kind which letter
	 * @param language in which it is written
	 */
	static Customer of(LetterKind kind, Language language) {
		return of(kind, language, Consent.Outcome.notYet, null);
	}

	/** The same, who was named by the administrator before. */
	static Customer whoWasNamed(LetterKind kind, Language language) {
		return of(kind, language, Consent.Outcome.notYet, "Alex Wilber");
	}

	/** The same, whose tenant said this of the consent. */
	static Customer of(LetterKind kind, Language language, Consent.Outcome outcome) {
		return of(kind, language, outcome, null);
	}

	private static Customer of(LetterKind kind, Language language, Consent.Outcome outcome, @Nullable String namedBy) {
		TenantId tenant = new TenantId(UUID.fromString("7d3c2b1a-5e4f-4a6b-8c9d-0e1f2a3b4c5d"));
		NewCustomer asked = new NewCustomer("Contoso Ltd", tenant, new Country("GB"),
				new Administrator("Megan Bowen", new EmailAddress("megan.bowen@contoso.com"),
						new PublicAddress("203.0.113.24"), namedBy),
				new EmailAddress("it-projects@contoso.com"), language, null);
		return new Customer(new CustomerReference("OM-7K3F9Q"), asked, tenant,
				new Tenant(tenant, "Contoso", "contoso.com"), true, Stage.awaitingApproval, WaitingFor.staff,
				Instant.parse("2026-11-05T09:00:00Z"), Instant.parse("2026-11-03T14:20:00Z"),
				new LinkId("7kQ2mX9bR4tLw8ZsVn3HcA"), question(), null, reason(kind), consent(kind, outcome), null,
				new IssuedValues("contoso@videosrv.net",
						"https://px-eu.videosrv.net/teams/?conf={ConfId}&ivr=contoso&d=videosrv.net",
						"2b6f4c1e-8a3d-4f7b-9c25-51e0d7a8b3f6"),
				null, 0, null, AddressWindow.SHUT, Wishes.NONE, ConsentTrouble.NONE, SetupEvidence.NONE);
	}

	// who is refused was never asked
	private static @Nullable Consent consent(LetterKind kind, Consent.Outcome outcome) {
		return (kind == LetterKind.rejection) ? null
				: new Consent(outcome,
						Map.of(Permission.USER_READ_ALL, Consent.Item.granted, Permission.CALLS_ACCESS_MEDIA,
								Consent.Item.missing, Permission.CALLS_JOIN_GROUP_CALL, Consent.Item.missing),
						Instant.parse("2026-11-06T11:12:00Z"));
	}

	private static String question() {
		return """
				The tenant you named belongs to “Contoso Training”, not to “Contoso Ltd”.
				Which of the two shall we connect?

				You find the tenant ID in the Microsoft Entra admin center under Overview.""";
	}

	private static String reason(LetterKind kind) {
		return switch (kind) {
			case addressRefused -> "This is an address of a public VPN: many others would be let in with you.";
			case colleagueRefused -> "We do not know this company. Please tell us how it belongs to you.";
			case setupProblem -> "The invitation of the new meeting holds no tenant key yet.";
			case rejection -> "The tenant is in a national cloud, which our Teams Connector does not reach.";
			default -> "You told us that the video rooms move to Teams Rooms this year.";
		};
	}

}
