package com.modalitysystems.onboarding.staff;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever is signed in at Tasklist is known on our pages for staff, too. What they may is
 * asked anew each time: the session would remember a group that they have left.
 */
class SignedInAtTasklist extends OncePerRequestFilter {

	/** Under this name Camunda 7.24 keeps in the session who is signed in. */
	private static final String ATTRIBUTE = "authenticatedUser";

	static final String ENGINE = "default";

	private final EngineUsers users;

	SignedInAtTasklist(EngineUsers users) {
		this.users = users;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String user = userOf(request.getSession(false));
		if (user != null) {
			SecurityContext context = SecurityContextHolder.createEmptyContext();
			context.setAuthentication(
					UsernamePasswordAuthenticationToken.authenticated(user, null, this.users.groupsOf(user)));
			SecurityContextHolder.setContext(context);
		}
		chain.doFilter(request, response);
	}

	static @Nullable String userOf(@Nullable HttpSession session) {
		if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof Authentications signedIn)) {
			return null;
		}
		Authentication here = signedIn.getAuthenticationForProcessEngine(ENGINE);
		return (here != null) ? here.getName() : null;
	}

}
