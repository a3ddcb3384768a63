package com.modalitysystems.onboarding.customer;

import java.net.URI;
import java.nio.file.Path;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the whole house must know.
 *
 * @param publicUrl where customers reach the application; every link is built from it
 * @param linkSecret signs the links to the set-up rooms
 * @param previousLinkSecret the secret before, accepted while it is rotated
 * @param dataDirectory where the embedded database keeps its data
 * @param serviceName what customers know the service as
 * @param supportEmail where customers find a person
 * @param supportPhone where customers reach a person, empty when there is none
 * @param serviceDomain the domain that a tenant with an allow list of domains adds
 */
@Validated
@ConfigurationProperties("onboarding")
public record OnboardingSettings(@NotNull URI publicUrl, @NotNull Secret linkSecret,
		@Nullable Secret previousLinkSecret, @DefaultValue("./data") Path dataDirectory,
		@DefaultValue("OneMeeting") String serviceName, @DefaultValue("support@videosrv.net") String supportEmail,
		@DefaultValue("") String supportPhone, @DefaultValue("videosrv.net") String serviceDomain) {
}
