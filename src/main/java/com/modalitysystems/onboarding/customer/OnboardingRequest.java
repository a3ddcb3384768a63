package com.modalitysystems.onboarding.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;
import org.jspecify.annotations.Nullable;

/**
 * A request for an onboarding as it was typed, at whichever door. The rules that make it
 * a {@link NewCustomer} stand here and nowhere else.
 *
 * @param company the company's name
 * @param tenant the tenant's GUID or one of its domains
 * @param country two letters; none means that the customer did not say
 * @param adminName the name of the customer's Microsoft 365 administrator
 * @param adminEmail their e-mail address
 * @param adminAddress the public IP address from which they will consent
 * @param contactEmail a further person to write to
 * @param language two letters; none means English
 * @param externalReference the number of the order in another system
 * @param keyWish what the tenant key shall begin with; none means that it is made from
 * the company's name
 * @param timeZone a region of Java's time zones; none means that of the country
 */
public record OnboardingRequest(@Nullable String company, @Nullable String tenant, @Nullable String country,
		@Nullable String adminName, @Nullable String adminEmail, @Nullable String adminAddress,
		@Nullable String contactEmail, @Nullable String language, @Nullable String externalReference,
		@Nullable String keyWish, @Nullable String timeZone) {

	/** A request without a wish for the tenant key. */
	public OnboardingRequest(@Nullable String company, @Nullable String tenant, @Nullable String country,
			@Nullable String adminName, @Nullable String adminEmail, @Nullable String adminAddress,
			@Nullable String contactEmail, @Nullable String language, @Nullable String externalReference) {
		this(company, tenant, country, adminName, adminEmail, adminAddress, contactEmail, language, externalReference,
				null, null);
	}

	/** What was asked for, as somebody might have typed it. */
	public static OnboardingRequest of(NewCustomer asked) {
		Administrator administrator = asked.administrator();
		return new OnboardingRequest(asked.company(), asked.tenant().asText(), text(asked.country()),
				administrator.name(), administrator.email().value(), administrator.address().value(),
				text(asked.contact()), asked.language().code(), asked.externalReference(), text(asked.keyWish()),
				text(asked.timeZone()));
	}

	/** This request with some fields anew; those that are empty stay as they are. */
	public OnboardingRequest with(OnboardingRequest anew) {
		return new OnboardingRequest(either(anew.company, this.company), either(anew.tenant, this.tenant),
				either(anew.country, this.country), either(anew.adminName, this.adminName),
				either(anew.adminEmail, this.adminEmail), either(anew.adminAddress, this.adminAddress),
				either(anew.contactEmail, this.contactEmail), either(anew.language, this.language),
				either(anew.externalReference, this.externalReference), either(anew.keyWish, this.keyWish),
				either(anew.timeZone, this.timeZone));
	}

	/**
	 * The customer that was asked for.
	 * @throws RequestRefused with every mistake
	 */
	public NewCustomer accept() {
		Reading reading = new Reading();
		String company = reading.read("company", () -> Text.oneLine(this.company, 200));
		TenantIdentifier tenant = reading.read("tenant", () -> TenantIdentifier.of(Text.oneLine(this.tenant, 253)));
		Country country = reading.read("country", () -> isBlank(this.country) ? null : Country.of(this.country));
		String adminName = reading.read("adminName", () -> Text.oneLine(this.adminName, 200));
		EmailAddress adminEmail = reading.read("adminEmail", () -> EmailAddress.of(this.adminEmail));
		PublicAddress adminAddress = reading.read("adminAddress", () -> PublicAddress.of(this.adminAddress));
		EmailAddress contact = reading.read("contactEmail",
				() -> isBlank(this.contactEmail) ? null : EmailAddress.of(this.contactEmail));
		Language language = reading.read("language", () -> Language.of(this.language));
		String externalReference = reading.read("externalReference",
				() -> isBlank(this.externalReference) ? null : Text.oneLine(this.externalReference, 100));
		KeyWish keyWish = reading.read("keyWish", () -> isBlank(this.keyWish) ? null : KeyWish.of(this.keyWish));
		TimeZone timeZone = reading.read("timeZone", () -> isBlank(this.timeZone) ? null : TimeZone.of(this.timeZone));
		reading.finish();
		if (company == null || tenant == null || adminName == null || adminEmail == null || adminAddress == null) {
			throw new IllegalStateException("A field that was read without a mistake has no value");
		}
		return new NewCustomer(company, tenant, country, new Administrator(adminName, adminEmail, adminAddress),
				contact, (language != null) ? language : Language.ENGLISH, externalReference, keyWish, timeZone);
	}

	private static @Nullable String either(@Nullable String anew, @Nullable String before) {
		return isBlank(anew) ? before : anew;
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value != null) ? value.toString() : null;
	}

	private static boolean isBlank(@Nullable String text) {
		return text == null || text.isBlank();
	}

	/** Reads field after field and gathers what is wrong. */
	private static final class Reading {

		private final List<Mistake> mistakes = new ArrayList<>();

		<T> @Nullable T read(String field, Supplier<@Nullable T> value) {
			try {
				return value.get();
			}
			catch (Refused ex) {
				this.mistakes.add(new Mistake(field, ex.code()));
				return null;
			}
		}

		void finish() {
			if (!this.mistakes.isEmpty()) {
				throw new RequestRefused(this.mistakes);
			}
		}

	}

}
