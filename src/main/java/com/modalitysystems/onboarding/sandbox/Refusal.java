package com.modalitysystems.onboarding.sandbox;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A simulated service says no, in its own words. */
class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final HttpStatus status;

	private final transient HttpHeaders headers = new HttpHeaders();

	private final transient @Nullable Object body;

	Refusal(HttpStatus status, @Nullable Object body) {
		super(status.toString());
		this.status = status;
		this.body = body;
	}

	Refusal with(String header, String value) {
		this.headers.add(header, value);
		return this;
	}

	ResponseEntity<@Nullable Object> answer() {
		return ResponseEntity.status(this.status).headers(this.headers).body(this.body);
	}

}
