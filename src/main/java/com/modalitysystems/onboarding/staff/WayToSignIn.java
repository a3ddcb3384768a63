package com.modalitysystems.onboarding.staff;

import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;

import com.modalitysystems.onboarding.staff.StaffSettings.Administrator;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * With an OpenID provider, whoever opens one of Camunda's applications signs in there.
 * Only the administrator whom the settings appoint has a password that opens a door, for
 * the day on which the provider is down.
 */
class WayToSignIn extends OncePerRequestFilter {

	/** Says in the address of an application that its own sign-in is wanted. */
	static final String BY_PASSWORD = "password";

	private static final Pattern APPLICATION = Pattern.compile("/camunda/app/\\w+(/(\\w+/?)?)?");

	private static final Pattern PASSWORD = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/.*");

	private final @Nullable Administrator administrator;

	/**
	 * The way to the provider.
	 * @param administrator who alone signs in with a password, if anybody
	 */
	WayToSignIn(@Nullable Administrator administrator) {
		this.administrator = administrator;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (PASSWORD.matcher(pathOf(request)).matches() && !isTheAdministrator(request)) {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
		else if (opensAnApplication(request) && SignedInAtTasklist.userOf(request.getSession(false)) == null) {
			response.sendRedirect(SingleSignOn.PAGE);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	// as Camunda will understand it: the address itself may spell the same in many ways
	private static String pathOf(HttpServletRequest request) {
		return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
	}

	private boolean isTheAdministrator(HttpServletRequest request) {
		return this.administrator != null && this.administrator.id().equals(request.getParameter("username"));
	}

	private static boolean opensAnApplication(HttpServletRequest request) {
		String accepted = request.getHeader(HttpHeaders.ACCEPT);
		return "GET".equals(request.getMethod()) && APPLICATION.matcher(request.getRequestURI()).matches()
				&& accepted != null && accepted.contains("text/html") && request.getParameter(BY_PASSWORD) == null;
	}

}
