package com.modalitysystems.onboarding.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/**
 * Keeps no token of the provider: who somebody is was all that we wanted to know.
 */
class NoTokensKept implements OAuth2AuthorizedClientRepository {

	@Override
	@SuppressWarnings("TypeParameterUnusedInFormals") // as the interface has it
	public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String provider, Authentication user,
			HttpServletRequest request) {
		return null;
	}

	@Override
	public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication user, HttpServletRequest request,
			HttpServletResponse response) {
		// forgotten
	}

	@Override
	public void removeAuthorizedClient(String provider, Authentication user, HttpServletRequest request,
			HttpServletResponse response) {
		// there is none
	}

}
