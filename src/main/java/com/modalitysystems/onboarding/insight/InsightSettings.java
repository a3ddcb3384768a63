package com.modalitysystems.onboarding.insight;

import java.time.ZoneId;

import com.modalitysystems.onboarding.time.Workplace;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How figures are counted.
 *
 * @param zone where our staff are: their business hours, and the weeks of the trend, are
 * counted there; as {@code schedule.zone} unless it is set
 * @param country whose weekends and public holidays they have, two letters; as
 * {@code schedule.country} unless it is set
 */
@Validated
@ConfigurationProperties("insight")
record InsightSettings(@DefaultValue("Europe/London") ZoneId zone, @DefaultValue("GB") String country) {

	/** Where our staff are. */
	Workplace ours() {
		return new Workplace(this.zone, this.country);
	}

}
