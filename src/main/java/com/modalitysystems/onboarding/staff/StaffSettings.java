package com.modalitysystems.onboarding.staff;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Secret;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who comes in first, and where our pages may lead.
 *
 * @param administrator who is made administrator before the port opens; needed while
 * there is none
 * @param consentPages where the button in the set-up room may lead
 */
@Validated
@ConfigurationProperties("staff")
record StaffSettings(@Nullable @Valid Administrator administrator, @DefaultValue List<URI> consentPages) {

	/** The origins of these pages, as a Content-Security-Policy names them. */
	Stream<String> consentOrigins() {
		return this.consentPages.stream().map((page) -> page.getScheme() + "://" + page.getAuthority()).distinct();
	}

	/**
	 * The administrator whom the settings appoint.
	 *
	 * @param id name to sign in with
	 * @param password for the first sign-in; later changes are kept
	 */
	record Administrator(@NotBlank String id, @NotNull Secret password) {
	}

}
