package com.modalitysystems.onboarding.conference;

import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A customer's place on the platform, as our own record tells of it.
 *
 * @param tenantKey the customer's key
 * @param objects what the place is made of
 * @param reserved since when the key is the customer's
 * @param withdrawn when the place had been taken away; none as long as it may be there
 */
public record RecordedPlace(String tenantKey, List<PlatformObject> objects, OffsetDateTime reserved,
		@Nullable OffsetDateTime withdrawn) {

	/**
	 * An object on the platform.
	 *
	 * @param kind what it is, by the platform's own name for it
	 * @param name what it is called
	 */
	public record PlatformObject(String kind, String name) {

		static PlatformObject of(Blueprint.Part part) {
			return new PlatformObject(part.resource().name(), part.name());
		}

	}

}
