package com.modalitysystems.onboarding.staff;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of whoever did nothing for a while. An open Tasklist asks every ten
 * seconds for its list and for the task that is shown, and would keep a session alive
 * that everybody has left; so what it asks by itself does not count.
 */
class IdleSessions extends OncePerRequestFilter {

	/** Under this name a session keeps when somebody did something last. */
	static final String ATTRIBUTE = "lastAct";

	private static final Duration EXACT_TO = Duration.ofMinutes(1);

	private static final String ENGINE = "/camunda/api/engine/engine/[^/]+";

	private static final Pattern LIST = Pattern.compile("POST " + ENGINE + "/filter/[^/]+/list");

	private static final Pattern TASK = Pattern.compile("GET " + ENGINE + "/task/[^/]+");

	private final Duration longest;

	private final Clock clock;

	/**
	 * Sessions that end.
	 * @param longest how long somebody may do nothing
	 */
	IdleSessions(Duration longest, Clock clock) {
		this.longest = longest;
		this.clock = clock;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpSession session = request.getSession(false);
		if (session != null && SignedInAtTasklist.userOf(session) != null) {
			heed(session, isByItself(request));
		}
		chain.doFilter(request, response);
	}

	private void heed(HttpSession session, boolean byItself) {
		Duration idle = idle(session);
		if (idle != null && idle.compareTo(this.longest) > 0) {
			session.invalidate();
		}
		else if (idle == null || (!byItself && idle.compareTo(EXACT_TO) > 0)) {
			session.setAttribute(ATTRIBUTE, this.clock.millis());
		}
	}

	private @Nullable Duration idle(HttpSession session) {
		return (session.getAttribute(ATTRIBUTE) instanceof Long last) ? Duration.ofMillis(this.clock.millis() - last)
				: null;
	}

	private static boolean isByItself(HttpServletRequest request) {
		String call = request.getMethod() + " " + request.getRequestURI();
		return LIST.matcher(call).matches() || TASK.matcher(call).matches();
	}

}
