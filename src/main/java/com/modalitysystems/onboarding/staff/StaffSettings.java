package com.modalitysystems.onboarding.staff;

import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
 * @param signIn the OpenID provider that says who somebody is; without one, people sign
 * in with a password
 * @param consentPages where the button in the set-up room may lead
 */
@Validated
@ConfigurationProperties("staff")
record StaffSettings(@Nullable @Valid Administrator administrator, @Nullable @Valid SignIn signIn,
		@DefaultValue List<URI> consentPages) {

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

	/**
	 * Single sign-on with OpenID Connect.
	 *
	 * @param issuer the provider, as its discovery document names itself, for example
	 * {@code https://login.microsoftonline.com/0f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a/v2.0}
	 * @param clientId the application as the provider knows it
	 * @param clientSecret its secret
	 * @param name whose sign-in it is, as the button says it
	 * @param userClaim the claim that names a person for good; letters, digits and
	 * {@code @ . _ -}
	 * @param rolesClaim the claim that says what somebody may be
	 * @param audience for whom tokens of the API are made; the client id unless it is set
	 * @param roles which values of that claim give which role
	 */
	record SignIn(@NotNull URI issuer, @NotBlank String clientId, @NotNull Secret clientSecret,
			@DefaultValue("your organization") String name, @DefaultValue("sub") String userClaim,
			@DefaultValue("roles") String rolesClaim, @Nullable String audience, @DefaultValue Roles roles) {

		String audienceOfTheApi() {
			return (this.audience != null) ? this.audience : this.clientId;
		}

	}

	/**
	 * Which values of the claim give which role.
	 *
	 * @param requester may ask for onboardings
	 * @param staff decide and repair
	 * @param manager watch the flow
	 * @param operator keep it running
	 * @param auditor see everything
	 * @param api other systems
	 * @param administrator may do everything
	 */
	record Roles(@DefaultValue("onboarding-requesters") Set<String> requester,
			@DefaultValue("onboarding-staff") Set<String> staff,
			@DefaultValue("onboarding-managers") Set<String> manager,
			@DefaultValue("onboarding-operators") Set<String> operator,
			@DefaultValue("onboarding-auditors") Set<String> auditor, @DefaultValue("onboarding-api") Set<String> api,
			@DefaultValue("onboarding-administrators") Set<String> administrator) {

		/** What somebody is about whom the claim says this. */
		Set<Role> of(Collection<String> values) {
			return Arrays.stream(Role.values())
				.filter((role) -> values.stream().anyMatch(valuesOf(role)::contains))
				.collect(Collectors.toUnmodifiableSet());
		}

		private Set<String> valuesOf(Role role) {
			return switch (role) {
				case REQUESTER -> this.requester;
				case STAFF -> this.staff;
				case MANAGER -> this.manager;
				case OPERATOR -> this.operator;
				case AUDITOR -> this.auditor;
				case API -> this.api;
				case ADMINISTRATOR -> this.administrator;
			};
		}

	}

}
