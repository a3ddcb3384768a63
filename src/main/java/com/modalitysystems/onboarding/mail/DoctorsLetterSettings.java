package com.modalitysystems.onboarding.mail;

import com.modalitysystems.onboarding.customer.EmailAddress;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the doctor is told on the command line.
 *
 * @param letterTo to whom the doctor sends a letter; to nobody unless told
 */
@ConfigurationProperties("doctor")
record DoctorsLetterSettings(@Nullable EmailAddress letterTo) {
}
