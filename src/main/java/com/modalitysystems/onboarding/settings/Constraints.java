package com.modalitysystems.onboarding.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.validation.Configuration;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** The bounds that a record sets to its components. */
final class Constraints {

	private final Validator validator;

	Constraints() {
		Configuration<?> configuration = Validation.byDefaultProvider().configure();
		MessageInterpolator messages = configuration.getDefaultMessageInterpolator();
		this.validator = configuration.messageInterpolator(new English(messages))
			.buildValidatorFactory()
			.getValidator();
	}

	/** What a value violates, in words without the value. */
	Optional<String> violated(Setting setting, @Nullable Object value) {
		if (value == null || setting.holder() == null) {
			return Optional.empty();
		}
		return words(this.validator.validateValue(setting.holder(), setting.component(), value));
	}

	private static <T> Optional<String> words(Set<ConstraintViolation<T>> violations) {
		return violations.stream().map(Constraints::words).sorted().findFirst();
	}

	private static String words(ConstraintViolation<?> violation) {
		boolean pattern = violation.getConstraintDescriptor().getAnnotation() instanceof Pattern;
		// nobody reads a pattern; the example shows it
		return pattern ? "is not of the right form" : violation.getMessage();
	}

	/** Whatever language the machine speaks. */
	private record English(MessageInterpolator messages) implements MessageInterpolator {

		@Override
		public String interpolate(String template, Context context) {
			return this.messages.interpolate(template, context, Locale.ENGLISH);
		}

		@Override
		public String interpolate(String template, Context context, Locale locale) {
			return interpolate(template, context);
		}

	}

}
