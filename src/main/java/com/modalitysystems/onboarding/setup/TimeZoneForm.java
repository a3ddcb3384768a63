package com.modalitysystems.onboarding.setup;

import java.util.List;

import com.modalitysystems.onboarding.customer.Refused;
import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;
import com.modalitysystems.onboarding.customer.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * The customer works in another time zone than their country's.
 *
 * @param timeZone its name; empty for that of the country
 */
record TimeZoneForm(@Nullable String timeZone) {

	/**
	 * The time zone; none for that of the country, or, with a mistake, where it is none.
	 */
	@Nullable TimeZone read(List<Mistake> mistakes) {
		try {
			return (this.timeZone == null || this.timeZone.isBlank()) ? null : TimeZone.of(this.timeZone);
		}
		catch (Refused ex) {
			mistakes.add(new Mistake("timeZone", ex.code()));
			return null;
		}
	}

}
