package com.modalitysystems.onboarding.setup;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a program is told by {@code application/problem+json}, a browser is told by an
 * error page.
 */
@Component
class PagesForBrowsers implements HandlerExceptionResolver, Ordered {

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception ex) {
		if (!(ex instanceof ErrorResponse refusal) || !isBrowser(request)) {
			return null;
		}
		try {
			refusal.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
			response.sendError(refusal.getStatusCode().value());
			return new ModelAndView();
		}
		catch (IOException io) {
			throw new UncheckedIOException(io);
		}
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	private static boolean isBrowser(HttpServletRequest request) {
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)
				&& !request.getRequestURI().startsWith("/api/");
	}

}
