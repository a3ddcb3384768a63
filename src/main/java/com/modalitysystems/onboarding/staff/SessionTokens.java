package com.modalitysystems.onboarding.staff;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * The tokens against forged requests are those of Tasklist: a session has one from its
 * birth, for as long as it lives.
 */
class SessionTokens implements CsrfTokenRepository {

	private static final String PARAMETER = "_csrf";

	@Override
	public @Nullable CsrfToken loadToken(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null && session.getAttribute(SharedSessions.ATTRIBUTE) instanceof String token)
				? token(token) : null;
	}

	/** Whoever has no session gets a token that fits nothing. */
	@Override
	public CsrfToken generateToken(HttpServletRequest request) {
		return token(UUID.randomUUID().toString());
	}

	@Override
	public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
		// the session keeps its own
	}

	private static CsrfToken token(String value) {
		return new DefaultCsrfToken(SharedSessions.HEADER, PARAMETER, value);
	}

}
