package com.modalitysystems.onboarding.intake;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.RequestRefused;
import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;
import com.modalitysystems.onboarding.customer.Stage;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/**
 * What a caller of the API may get for an answer, in the very words of
 * {@link ApiProblems}.
 */
@Component
class ProblemExamples {

	private static final Locale LANGUAGE = Locale.ENGLISH;

	private final ApiProblems problems;

	private final ObjectMapper json;

	ProblemExamples(ApiProblems problems, ObjectMapper json) {
		this.problems = problems;
		this.json = json;
	}

	/**
	 * The body of such an answer.
	 * @param status the HTTP status
	 * @param call the name of the call
	 */
	Map<String, Object> of(String status, String call) {
		return this.json.convertValue(problem(Integer.parseInt(status), call), new TypeReference<>() {
		});
	}

	private @Nullable ProblemDetail problem(int status, String call) {
		return switch (status) {
			case 400 -> this.problems.refused(new RequestRefused(List.of(mistake(call))), LANGUAGE);
			case 404 ->
				call.equals("letterCameBack") ? this.problems.unknownLetter(LANGUAGE) : this.problems.unknown(LANGUAGE);
			case 409 -> call.equals("beginOnboarding")
					? this.problems.alreadyOnboarding(new CustomerReference("OM-7K3F9Q"), LANGUAGE)
					: this.problems.notNow(new NotNow(Stage.cancelled), LANGUAGE);
			case 422 -> this.problems.changed(LANGUAGE);
			case 429 -> this.problems.tooMany(new TooManyRequests(Duration.ofMinutes(2)), LANGUAGE).getBody();
			default -> ProblemDetail.forStatus(HttpStatus.valueOf(status));
		};
	}

	private static Mistake mistake(String call) {
		return switch (call) {
			case "beginOnboarding" -> new Mistake("tenant", "tenant.malformed");
			case "correctRequest", "handOver" -> new Mistake("adminEmail", "email.malformed");
			case "cancelOnboarding" -> new Mistake("reason", "missing");
			case "letterCameBack" -> new Mistake("messageId", "missing");
			default -> new Mistake("size", "malformed");
		};
	}

}
