package com.modalitysystems.onboarding.intake;

import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the intake takes requests.
 *
 * @param rememberSubmissions how long a submission sent again gets its first answer again
 * @param limits how many requests are taken
 */
@Validated
@ConfigurationProperties("intake")
record IntakeSettings(@DefaultValue("7d") @NotNull @DurationMin(seconds = 1) Duration rememberSubmissions,
		@DefaultValue @Valid Limits limits) {

	/**
	 * How many requests are taken within one period; shared by all nodes.
	 *
	 * @param period within which is counted
	 * @param perAddress how many onboardings may be asked for on the page from one
	 * address (IPv6: from one network of 64 bits)
	 * @param perRecipient how many onboardings may name the same administrator's e-mail
	 * address, at all doors
	 * @param inAll how many onboardings may be asked for on the page by all together
	 * @param perApiUser how many onboardings one user may ask for over the API, and one
	 * of staff by files
	 * @param callsPerMinute how often one user may call the API within a minute, whatever
	 * for
	 * @param postsPerAddress how often the page may be sent from one address, mistakes
	 * included
	 */
	record Limits(@DefaultValue("1h") @NotNull @DurationMin(seconds = 1) Duration period,
			@DefaultValue("30") @Positive int perAddress, @DefaultValue("10") @Positive int perRecipient,
			@DefaultValue("600") @Positive int inAll, @DefaultValue("1000") @Positive int perApiUser,
			@DefaultValue("600") @Positive int callsPerMinute, @DefaultValue("300") @Positive int postsPerAddress) {
	}

}
