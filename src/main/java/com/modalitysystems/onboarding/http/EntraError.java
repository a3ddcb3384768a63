package com.modalitysystems.onboarding.http;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What Microsoft Entra says when it refuses.
 *
 * @param error the {@code error} of OAuth 2.0, such as {@code invalid_client}
 * @param errorCodes the numbers behind {@code AADSTS}
 * @param errorDescription the sentence, which names tenants and applications and is not
 * to be passed on
 */
public record EntraError(@Nullable String error, @JsonProperty("error_codes") @Nullable List<Integer> errorCodes,
		@JsonProperty("error_description") @Nullable String errorDescription) {

	private static final Pattern AADSTS = Pattern.compile("AADSTS(\\d{1,9})");

	/** The number behind {@code AADSTS}; 0 when there is none. */
	public int aadsts() {
		if (this.errorCodes != null && !this.errorCodes.isEmpty()) {
			return this.errorCodes.get(0);
		}
		Matcher number = AADSTS.matcher((this.errorDescription != null) ? this.errorDescription : "");
		return number.find() ? Integer.parseInt(number.group(1)) : 0;
	}

}
