package com.modalitysystems.onboarding.intake;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import com.modalitysystems.onboarding.customer.RequestRefused;
import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;
import org.jspecify.annotations.Nullable;

/**
 * The key under which a caller of the API sends a request, however often.
 *
 * @param value the key
 */
record IdempotencyKey(String value) {

	/** The header that carries it. */
	static final String HEADER = "Idempotency-Key";

	private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e]{1,200}");

	/**
	 * Read the header; without it, the request is its own only sending.
	 * @throws RequestRefused if it is no key
	 */
	static IdempotencyKey of(@Nullable String header) {
		if (header == null) {
			return new IdempotencyKey(UUID.randomUUID().toString());
		}
		if (!SHAPE.matcher(header).matches()) {
			throw new RequestRefused(List.of(new Mistake(HEADER, "key.malformed")));
		}
		return new IdempotencyKey(header);
	}

}
