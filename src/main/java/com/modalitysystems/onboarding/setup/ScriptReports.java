package com.modalitysystems.onboarding.setup;

import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Refused;
import com.modalitysystems.onboarding.process.NoLongerWaiting;
import com.modalitysystems.onboarding.process.Onboarding;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the customer's script reports its result: JSON with the words of
 * {@link ScriptReport}. A report that comes again gets the same answer and changes
 * nothing.
 */
@RestController
class ScriptReports {

	// a report has some 300
	private static final int MOST_BYTES = 4096;

	private final Rooms rooms;

	private final ScriptKeys keys;

	private final Onboarding onboarding;

	private final ObjectMapper json;

	private final MessageSource messages;

	private final Clock clock;

	ScriptReports(Rooms rooms, ScriptKeys keys, Onboarding onboarding, ObjectMapper json, MessageSource messages,
			Clock clock) {
		this.rooms = rooms;
		this.keys = keys;
		this.onboarding = onboarding;
		this.json = json;
		this.messages = messages;
		this.clock = clock;
	}

	@PostMapping(path = "/setup/{token}/report", consumes = MediaType.APPLICATION_JSON_VALUE)
	Map<String, String> report(@PathVariable String token, HttpServletRequest request) throws IOException {
		Customer customer = this.rooms.open(token);
		ScriptReport report = this.json.readValue(request.getInputStream().readNBytes(MOST_BYTES), ScriptReport.class);
		if (report == null || customer.issued() == null || !this.keys.signed(customer, report)) {
			throw new ForgedReport();
		}
		report.requireTimely(customer, this.clock.instant());
		this.onboarding.scriptReported(customer.reference(), report.result());
		return Map.of("message", this.messages.getMessage("script.thanks", null, Locale.ENGLISH));
	}

	@ExceptionHandler
	ProblemDetail forged(ForgedReport ex) {
		return problem(HttpStatus.FORBIDDEN, "script.forged");
	}

	@ExceptionHandler
	ProblemDetail untimely(Refused ex) {
		return problem(HttpStatus.UNPROCESSABLE_ENTITY, "script.clock");
	}

	@ExceptionHandler
	ProblemDetail unreadable(JsonProcessingException ex) {
		return problem(HttpStatus.BAD_REQUEST, "script.unreadable");
	}

	@ExceptionHandler({ UnknownRoom.class, NoLongerWaiting.class })
	ProblemDetail unknown() {
		return problem(HttpStatus.NOT_FOUND, "script.unknown");
	}

	private ProblemDetail problem(HttpStatus status, String sentence) {
		return ProblemDetail.forStatusAndDetail(status, this.messages.getMessage(sentence, null, Locale.ENGLISH));
	}

}
