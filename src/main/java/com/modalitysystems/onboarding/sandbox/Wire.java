package com.modalitysystems.onboarding.sandbox;

import java.io.IOException;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * The wire between the application and the simulated services: it keeps the journal, and
 * lets faults happen. It lies before everything that might refuse a request.
 */
@Profile("sandbox")
@Component
@Order(-200)
class Wire extends OncePerRequestFilter {

	private final Faults faults;

	private final Journal journal;

	private final ObjectMapper json;

	Wire(Faults faults, Journal journal, ObjectMapper json) {
		this.faults = faults;
		this.journal = journal;
		this.json = json;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<Target> target = Target.of(request.getRequestURI());
		if (target.isEmpty()) {
			chain.doFilter(request, response);
			return;
		}
		SentRequest sent = new SentRequest(request);
		String path = sent.pathUnder(target.get());
		Fault fault = this.faults.next(target.get(), path).orElse(null);
		// the journal is written before the answer leaves, so that whoever got it finds
		// it there
		ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
		deliver(sent, answer, chain, fault);
		boolean cut = request.getAttribute(CutConnection.WANTED) != null;
		this.journal.write(target.get(), request.getMethod(), path, sent.body(), cut ? null : answer.getStatus(),
				(fault != null) ? fault.summary() : null);
		answer.copyBodyToResponse();
	}

	private void deliver(SentRequest request, HttpServletResponse answer, FilterChain chain, @Nullable Fault fault)
			throws ServletException, IOException {
		if (fault == null || fault.onlyDelays() || fault.comesAfter()) {
			chain.doFilter(request, answer);
		}
		if (fault != null) {
			fault.hold();
			fail(request, answer, fault);
		}
	}

	private void fail(HttpServletRequest request, HttpServletResponse response, Fault fault) throws IOException {
		if (fault.onlyDelays()) {
			return;
		}
		response.reset();
		if (fault.drops()) {
			request.setAttribute(CutConnection.WANTED, true);
		}
		else if (fault.status() != null) {
			response.setStatus(fault.status());
			if (fault.retryAfter() != null) {
				response.setHeader(HttpHeaders.RETRY_AFTER, fault.retryAfter().toString());
			}
			response.setContentType(MediaType.APPLICATION_JSON_VALUE);
			this.json.writeValue(response.getOutputStream(), fault.answer());
		}
	}

}
