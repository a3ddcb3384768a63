package com.modalitysystems.onboarding.customer;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the whole house must know.
 *
 * @param publicUrl where customers reach the application; every link is built from it
 * @param linkSecret signs the links to the set-up rooms; at least 32 random characters
 * @param previousLinkSecret the secret before, accepted while it is rotated
 * @param serviceName what customers know the service as
 * @param supportEmail where customers find a person
 * @param supportPhone where customers reach a person, empty when there is none
 * @param supportPage where customers find answers, if there is such a page; begins with
 * https
 * @param serviceDomain the domain that a tenant with an allow list of domains adds
 * @param brand how the service looks to customers
 */
@Validated
@ConfigurationProperties("onboarding")
public record OnboardingSettings(@NotNull URI publicUrl, @NotNull Secret linkSecret,
		@Nullable Secret previousLinkSecret, @DefaultValue("OneMeeting") String serviceName,
		@DefaultValue("support@videosrv.net") String supportEmail, @DefaultValue("") String supportPhone,
		@Nullable URI supportPage, @DefaultValue("videosrv.net") String serviceDomain,
		@NestedConfigurationProperty @DefaultValue BrandLook brand) {

	// whoever guesses it opens every set-up room
	private static final int SHORTEST_SECRET = 32;

	public OnboardingSettings {
		String weak = Stream
			.of(misshapen(publicUrl), unsafe(supportPage), weakness("onboarding.link-secret", linkSecret),
					weakness("onboarding.previous-link-secret", previousLinkSecret))
			.flatMap(Optional::stream)
			.collect(Collectors.joining("\n"));
		if (!weak.isEmpty()) {
			throw new IllegalArgumentException(weak);
		}
	}

	// every link appends its own path
	private static Optional<String> misshapen(@Nullable URI publicUrl) {
		boolean misshapen = publicUrl != null && (publicUrl.getQuery() != null || publicUrl.getFragment() != null);
		return misshapen ? Optional.of("onboarding.public-url must have no query and no fragment") : Optional.empty();
	}

	private static Optional<String> unsafe(@Nullable URI supportPage) {
		return (supportPage != null && !"https".equals(supportPage.getScheme()))
				? Optional.of("onboarding.support-page must begin with https://") : Optional.empty();
	}

	private static Optional<String> weakness(String setting, @Nullable Secret secret) {
		return (secret != null && secret.reveal().length() < SHORTEST_SECRET)
				? Optional.of(setting + " must have at least " + SHORTEST_SECRET + " characters") : Optional.empty();
	}

}
