package com.modalitysystems.onboarding.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * What an access token says.
 *
 * @param audience the service it is for
 * @param tenant who issued it
 * @param application who it was issued to
 * @param roles what the application may do
 */
record AccessToken(String audience, UUID tenant, UUID application, List<String> roles) {

	/** The id of what stands for an application in a tenant, always the same. */
	static UUID servicePrincipal(UUID tenant, UUID application) {
		return UUID.nameUUIDFromBytes((tenant + "/" + application).getBytes(StandardCharsets.UTF_8));
	}

}
