package com.modalitysystems.onboarding.setup;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells browsers what our pages may do: nothing from other hosts, nothing inline; and
 * that what stands behind a secret link is neither kept, nor found, nor told to others.
 * Camunda's applications bring their own rules.
 */
@Component
class PageHeaders extends OncePerRequestFilter {

	// no form-action: Chromium applies it to where a form is redirected, which is
	// Microsoft
	private static final String RULES = "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		response.setHeader("Content-Security-Policy", RULES);
		if (isSecretPlace(request.getRequestURI())) {
			response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
			response.setHeader("Referrer-Policy", "no-referrer");
			response.setHeader("X-Robots-Tag", "noindex");
		}
		chain.doFilter(request, response);
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getRequestURI().startsWith("/camunda/");
	}

	private static boolean isSecretPlace(String path) {
		return path.startsWith("/setup/") || path.startsWith("/consent/");
	}

}
