package com.modalitysystems.onboarding.sandbox;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers with what a simulated service says when it refuses. */
@Profile("sandbox")
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Refusals {

	@ExceptionHandler
	ResponseEntity<@Nullable Object> refused(Refusal refusal) {
		return refusal.answer();
	}

}
