package com.modalitysystems.onboarding.setup;

import java.net.URI;

import com.modalitysystems.onboarding.customer.OnboardingSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What every page tells of the service: its name, and where to find a person. */
@Component
class Brand {

	private final OnboardingSettings settings;

	Brand(OnboardingSettings settings) {
		this.settings = settings;
	}

	public String name() {
		return this.settings.serviceName();
	}

	public String supportEmail() {
		return this.settings.supportEmail();
	}

	public String supportPhone() {
		return this.settings.supportPhone();
	}

	public boolean hasSupportPhone() {
		return !this.settings.supportPhone().isBlank();
	}

	/** Where customers find answers, if there is such a page. */
	public @Nullable URI supportPage() {
		return this.settings.supportPage();
	}

	/** Where the picture before the name is. */
	public String logo() {
		return (this.settings.brand().logo() != null) ? BrandFiles.LOGO : "/favicon.svg";
	}

	/** Where the colours are, unless they are those of the house. */
	public @Nullable String colours() {
		return this.settings.brand().hasOurColours() ? null : BrandFiles.COLOURS;
	}

	/** The domain that a tenant with an allow list of domains adds. */
	public String serviceDomain() {
		return this.settings.serviceDomain();
	}

	/** The phone number as a {@code tel:} link wants it. */
	public String supportPhoneDigits() {
		return this.settings.supportPhone().replaceAll("[^+0-9]", "");
	}

}
