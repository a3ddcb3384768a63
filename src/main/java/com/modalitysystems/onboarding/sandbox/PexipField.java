package com.modalitysystems.onboarding.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A field of a Pexip object, as the node's schema describes it.
 *
 * @param type string, integer, boolean, related or aliases
 * @param required whether it must be given
 * @param unique whether no two objects have the same value
 * @param nullable whether it may be null
 * @param usual what it is when it is not given
 * @param maxLength of a string
 * @param min of an integer
 * @param max of an integer
 * @param choices the only values
 * @param related the resource whose URI it holds
 * @param pattern what a string looks like
 * @param regex whether it is a regular expression
 */
record PexipField(String type, boolean required, boolean unique, boolean nullable,
		@JsonProperty("default") @Nullable JsonNode usual, @JsonProperty("max_length") int maxLength, int min, int max,
		@JsonProperty("valid_choices") @Nullable List<String> choices, @Nullable String related,
		@Nullable String pattern, boolean regex) {

	/** What the node says of a value it does not take. */
	Optional<String> refuse(JsonNode value) {
		if (value.isNull()) {
			return this.nullable ? Optional.empty() : Optional.of("This field cannot be null.");
		}
		return switch (this.type) {
			case "boolean" ->
				refuseUnless(value.isBoolean(), "'" + value.asText() + "' value must be either True or False.");
			case "integer" -> refuseInteger(value);
			case "string" ->
				value.isTextual() ? refuseText(value.asText()) : Optional.of("'" + value + "' is not a string.");
			case "aliases" -> refuseUnless(value.isArray(), "Expected a list of aliases.");
			default -> refuseUnless(value.isTextual(), "A resource URI is expected.");
		};
	}

	private Optional<String> refuseInteger(JsonNode value) {
		if (!value.isInt()) {
			return Optional.of("'" + value.asText() + "' value must be an integer.");
		}
		if (value.intValue() < this.min) {
			return Optional.of("Ensure this value is greater than or equal to " + this.min + ".");
		}
		return refuseUnless(value.intValue() <= this.max,
				"Ensure this value is less than or equal to " + this.max + ".");
	}

	private Optional<String> refuseText(String text) {
		if (this.choices != null) {
			return refuseUnless(this.choices.contains(text), "Value '" + text + "' is not a valid choice.");
		}
		if (this.required && text.isBlank()) {
			return Optional.of("This field cannot be blank.");
		}
		if (text.length() > this.maxLength) {
			return Optional
				.of("Ensure this value has at most " + this.maxLength + " characters (it has " + text.length() + ").");
		}
		if (this.pattern != null && !Pattern.matches(this.pattern, text)) {
			return Optional.of("Enter a valid value.");
		}
		return this.regex ? refuseExpression(text) : Optional.empty();
	}

	private static Optional<String> refuseExpression(String text) {
		try {
			Pattern.compile(text);
			return Optional.empty();
		}
		catch (PatternSyntaxException ex) {
			return Optional.of("Enter a valid regular expression.");
		}
	}

	private static Optional<String> refuseUnless(boolean fine, String message) {
		return fine ? Optional.empty() : Optional.of(message);
	}

}
