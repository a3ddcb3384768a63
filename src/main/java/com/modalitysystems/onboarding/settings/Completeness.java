package com.modalitysystems.onboarding.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.util.ClassUtils;

/** Everything is there that must be, and of the kind that it must be. */
final class Completeness implements Rule {

	private static final String MISSING = "is missing";

	static final String MALFORMED = "cannot be understood";

	private final Constraints constraints = new Constraints();

	@Override
	public Stream<Problem> problems(Catalogue catalogue, Given given) {
		return Stream.concat(catalogue.records().stream().flatMap((holder) -> inRecord(holder, catalogue, given)),
				catalogue.withoutRecord().flatMap((setting) -> alone(setting, given).stream()));
	}

	private Stream<Problem> inRecord(Catalogue.Holder holder, Catalogue catalogue, Given given) {
		Attempt attempt = Attempt.at(holder, given.binder());
		List<Problem> single = catalogue.of(holder)
			.flatMap((setting) -> single(setting, holder, attempt, given).stream())
			.toList();
		Stream<Problem> together = attempt.failures()
			.entrySet()
			.stream()
			.filter((failure) -> catalogue.namedBy(failure.getKey()).isEmpty())
			.flatMap((failure) -> objections(failure, catalogue, single.isEmpty()));
		return Stream.concat(single.stream(), together);
	}

	private Optional<Problem> single(Setting setting, Catalogue.Holder holder, Attempt attempt, Given given) {
		boolean matters = setting.parent().equals(holder.prefix()) || attempt.hasAny(setting.parent());
		if (setting.required() && matters && given.lacks(setting.name())) {
			return Optional.of(setting.problem(MISSING));
		}
		if (attempt.failures().containsKey(setting.name()) || given.leadsNowhere(setting.name())) {
			return Optional.of(setting.problem(MALFORMED));
		}
		Object value = attempt.value(setting.name());
		return this.constraints.violated(setting, value).map(setting::problem);
	}

	/**
	 * What a record says of its own values: each line one sentence that begins with the
	 * name of a setting.
	 */
	private static Stream<Problem> objections(Map.Entry<String, Exception> failure, Catalogue catalogue,
			boolean nothingElse) {
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure.getValue());
		String sentences = cause.getMessage();
		if (cause instanceof IllegalArgumentException && sentences != null) {
			return sentences.lines().map((sentence) -> objection(sentence, failure.getKey(), catalogue));
		}
		// with something missing it could not know better
		return nothingElse ? Stream.of(Problem.ofRecord(failure.getKey(), "cannot be used as it is set"))
				: Stream.empty();
	}

	private static Problem objection(String sentence, String record, Catalogue catalogue) {
		return catalogue.namedBy(sentence)
			.map((setting) -> setting.problem(sentence.substring(setting.name().length()).strip()))
			.orElseGet(() -> Problem.ofRecord(record, sentence));
	}

	private static Optional<Problem> alone(Setting setting, Given given) {
		if (given.lacks(setting.name())) {
			return setting.required() ? Optional.of(setting.problem(MISSING)) : Optional.empty();
		}
		Class<?> type = ClassUtils.resolveClassName(setting.type(), null);
		return (given.fits(setting, type) && !given.leadsNowhere(setting.name())) ? Optional.empty()
				: Optional.of(setting.problem(MALFORMED));
	}

}
