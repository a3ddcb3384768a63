package com.modalitysystems.onboarding.staff;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.servlet.server.Session;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Keeps the sessions of Camunda's applications right when they lie in the database.
 * Camunda 7.24 takes a session for one object that all requests share; here each request
 * has a copy.
 * <p>
 * The first request after a sign-in makes the token against forged requests. Of several
 * at once each would make one, and the browser could keep another than the session does:
 * the next act of staff would be refused and the session ended. So a session has its
 * token from its birth.
 * <p>
 * Signing out takes the user out of the session, and a slower request would put its own
 * copy, with the user in it, back. So signing out ends the session.
 */
class SharedSessions extends OncePerRequestFilter {

	private static final Pattern SIGN_OUT = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/logout");

	/** Under this name a session keeps its token. */
	static final String ATTRIBUTE = "CAMUNDA_CSRF_TOKEN";

	/** In this header scripts send it. */
	static final String HEADER = "X-XSRF-TOKEN";

	private static final String COOKIE = "XSRF-TOKEN";

	private final SecureRandom random = new SecureRandom();

	private final Session.Cookie cookie;

	/**
	 * Sessions with tokens.
	 * @param cookie as which browsers keep the session, and so its token
	 */
	SharedSessions(Session.Cookie cookie) {
		this.cookie = cookie;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!isSigningOut(request)) {
			chain.doFilter(new WithToken(request, response), response);
			return;
		}
		// what is written early could carry no cookie of the session that follows
		ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
		WithToken signsOut = new WithToken(request, kept);
		chain.doFilter(signsOut, kept);
		// a refused one must leave the session as it is, or a link could sign staff out
		if (HttpStatus.valueOf(kept.getStatus()).is2xxSuccessful() && !response.isCommitted()) {
			signsOut.beginAnew();
		}
		kept.copyBodyToResponse();
	}

	private static boolean isSigningOut(HttpServletRequest request) {
		return "POST".equals(request.getMethod()) && SIGN_OUT.matcher(request.getRequestURI()).matches();
	}

	// the pages' own scripts read it, so it is not HttpOnly
	private String asCookie(String token) {
		return ResponseCookie.from(COOKIE, token)
			.path(this.cookie.getPath())
			.secure(Boolean.TRUE.equals(this.cookie.getSecure()))
			.sameSite((this.cookie.getSameSite() != null) ? this.cookie.getSameSite().attributeValue() : null)
			.build()
			.toString();
	}

	/** A request whose session has a token from its birth. */
	private final class WithToken extends HttpServletRequestWrapper {

		private final HttpServletResponse response;

		WithToken(HttpServletRequest request, HttpServletResponse response) {
			super(request);
			this.response = response;
		}

		@Override
		public HttpSession getSession() {
			return getSession(true);
		}

		@Override
		public HttpSession getSession(boolean create) {
			HttpSession session = super.getSession(create);
			if (isWithoutToken(session)) {
				hand(session);
			}
			return session;
		}

		void beginAnew() {
			HttpSession session = getSession(false);
			if (session != null) {
				session.invalidate();
				getSession(true);
			}
		}

		private static boolean isWithoutToken(@Nullable HttpSession session) {
			return session != null && session.isNew() && session.getAttribute(ATTRIBUTE) == null;
		}

		private void hand(HttpSession session) {
			byte[] bytes = new byte[16];
			SharedSessions.this.random.nextBytes(bytes);
			String token = HexFormat.of().withUpperCase().formatHex(bytes);
			session.setAttribute(ATTRIBUTE, token);
			this.response.setHeader(HEADER, token);
			this.response.addHeader(HttpHeaders.SET_COOKIE, asCookie(token));
		}

	}

}
