package com.modalitysystems.onboarding.directory;

import java.io.IOException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The application permissions that a token carries, by name. Microsoft asks to treat
 * tokens as opaque, so a token that cannot be read is no fault, and what was read is a
 * help and no proof.
 */
final class TokenRoles {

	private static final ObjectMapper JSON = new ObjectMapper();

	private TokenRoles() {
	}

	/** The roles in lower case; nothing when the token cannot be read. */
	static Optional<Set<String>> of(String token) {
		String[] parts = token.split("\\.", -1);
		if (parts.length != 3) {
			return Optional.empty();
		}
		try {
			JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
			return claims.isObject() ? Optional.of(roles(claims.path("roles"))) : Optional.empty();
		}
		catch (IllegalArgumentException | IOException ex) {
			return Optional.empty();
		}
	}

	private static Set<String> roles(JsonNode claim) {
		Set<String> roles = new HashSet<>();
		claim.forEach((role) -> roles.add(role.asText().toLowerCase(Locale.ROOT)));
		return roles;
	}

}
