package com.modalitysystems.onboarding.intake;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.modalitysystems.onboarding.customer.AlreadyOnboarding;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.RefusalSentences;
import com.modalitysystems.onboarding.customer.RequestRefused;
import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;
import io.swagger.v3.oas.annotations.media.Schema;

import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What the API says when it does not do what was asked for. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(
		assignableTypes = { OnboardingsApi.class, AmendmentsApi.class, OnboardingLists.class, LettersApi.class })
class ApiProblems {

	private final MessageSource messages;

	private final RefusalSentences sentences;

	ApiProblems(MessageSource messages, RefusalSentences sentences) {
		this.messages = messages;
		this.sentences = sentences;
	}

	@ExceptionHandler
	ProblemDetail refused(RequestRefused ex, Locale language) {
		return mistaken(ex.mistakes(), language);
	}

	@ExceptionHandler
	ProblemDetail mistyped(MethodArgumentTypeMismatchException ex, Locale language) {
		return mistaken(List.of(new Mistake(ex.getName(), "malformed")), language);
	}

	@ExceptionHandler
	ProblemDetail unreadable(HttpMessageNotReadableException ex, Locale language) {
		if (ex.getCause() instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
			String field = mapping.getPath().get(0).getFieldName();
			return mistaken(List.of(new Mistake(String.valueOf(field), "malformed")), language);
		}
		ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "unreadable", language);
		problem.setProperty("errors", List.of());
		return problem;
	}

	@ExceptionHandler
	ProblemDetail alreadyOnboarding(AlreadyOnboarding ex, Locale language) {
		return alreadyOnboarding(ex.reference(), language);
	}

	@ExceptionHandler
	ProblemDetail notNow(NotNow ex, Locale language) {
		ProblemDetail problem = problem(HttpStatus.CONFLICT, "notNow", language);
		problem.setProperty("state", ex.stage());
		return problem;
	}

	@ExceptionHandler(UnknownOnboarding.class)
	ProblemDetail unknown(Locale language) {
		return problem(HttpStatus.NOT_FOUND, "unknown", language);
	}

	@ExceptionHandler(UnknownLetter.class)
	ProblemDetail unknownLetter(Locale language) {
		return problem(HttpStatus.NOT_FOUND, "unknownLetter", language);
	}

	@ExceptionHandler(SubmissionChanged.class)
	ProblemDetail changed(Locale language) {
		return problem(HttpStatus.UNPROCESSABLE_ENTITY, "changed", language);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> tooMany(TooManyRequests ex, Locale language) {
		return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
			.header(HttpHeaders.RETRY_AFTER, String.valueOf(ex.seconds()))
			.body(problem(HttpStatus.TOO_MANY_REQUESTS, "tooMany", language));
	}

	ProblemDetail alreadyOnboarding(CustomerReference other, Locale language) {
		ProblemDetail problem = problem(HttpStatus.CONFLICT, "alreadyOnboarding", language);
		problem.setProperty("reference", other.value());
		return problem;
	}

	/** Parameters of a query, each of which may be of the wrong shape. */
	@ExceptionHandler
	ProblemDetail mistyped(MethodArgumentNotValidException ex, Locale language) {
		return mistaken(ex.getFieldErrors().stream().map(error -> new Mistake(error.getField(), "malformed")).toList(),
				language);
	}

	private ProblemDetail mistaken(List<Mistake> mistakes, Locale language) {
		ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "mistaken", language);
		problem.setProperty("errors",
				mistakes.stream()
					.map(mistake -> new FieldError(mistake.field(), this.sentences.of(mistake, language)))
					.toList());
		return problem;
	}

	private ProblemDetail problem(HttpStatus status, String kind, Locale language) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status,
				this.messages.getMessage("problem." + kind + ".detail", null, language));
		problem.setTitle(this.messages.getMessage("problem." + kind, null, language));
		return problem;
	}

	/**
	 * What is wrong at one field.
	 *
	 * @param field as the body, the query or the header calls it
	 * @param message a sentence
	 */
	@Schema(description = "What is wrong at one field")
	record FieldError(
			@Schema(description = "As the body, the query or the header calls it", example = "tenant") String field,
			@Schema(description = "A sentence", example = "This is not a domain.") String message) {
	}

}
