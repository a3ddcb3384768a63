package com.modalitysystems.onboarding.process;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** What holds for every form. */
enum FormRule {

	A_FORM_CARRIES_THE_NAME_OF_ITS_FILE(FormRule::name),

	TASKLIST_KNOWS_EVERY_COMPONENT(FormRule::types),

	EVERY_FIELD_HAS_A_LABEL(FormRule::labels),

	NO_TWO_FIELDS_HAVE_ONE_KEY(FormRule::keys),

	ONLY_A_DECISION_IS_NAMED_LIKE_ONE(FormRule::decisions),

	A_DECISION_MUST_BE_TAKEN(FormRule::optionalDecisions),

	TEXTS_SHOW_NOTHING_THAT_WAS_TYPED(FormRule::texts);

	private static final Set<String> TYPES = Set.of("text", "textfield", "textarea", "number", "checkbox", "radio",
			"select", "datetime", "group", "table", "checklist", "separator", "spacer");

	// Markdown is rendered: a customer's words would be links and pictures on the screen
	// of
	// staff. The reference is ours.
	private static final Pattern VALUE = Pattern.compile("^=.*|\\{\\{(?!\\s*reference\\s*}})");

	private final BiFunction<StaffForm, Surroundings, Stream<String>> rule;

	FormRule(BiFunction<StaffForm, Surroundings, Stream<String>> rule) {
		this.rule = rule;
	}

	/** Every breach, as a sentence. */
	Stream<String> breaches(StaffForm form, Surroundings surroundings) {
		return this.rule.apply(form, surroundings);
	}

	private static Stream<String> name(StaffForm form, Surroundings surroundings) {
		return Stream.of(form.json().path("id").asText())
			.filter(id -> !id.equals(form.name()))
			.map(id -> "form " + id + " stands in " + form.name() + ".form");
	}

	private static Stream<String> types(StaffForm form, Surroundings surroundings) {
		return form.components()
			.map(component -> component.path("type").asText())
			.filter(type -> !TYPES.contains(type))
			.map(type -> "Tasklist does not show a " + type);
	}

	private static Stream<String> labels(StaffForm form, Surroundings surroundings) {
		return form.fields()
			.filter(field -> field.path("label").asText().isBlank())
			.map(field -> key(field) + " has no label");
	}

	private static Stream<String> keys(StaffForm form, Surroundings surroundings) {
		Set<String> seen = new HashSet<>();
		return form.fields()
			.map(FormRule::key)
			.filter(key -> !seen.add(key))
			.map(key -> "two fields are called " + key);
	}

	private static Stream<String> decisions(StaffForm form, Surroundings surroundings) {
		return form.fields()
			.filter(field -> isReadOnly(field) && surroundings.variables().test(key(field)))
			.map(field -> key(field) + " is only shown and named like a decision");
	}

	private static Stream<String> optionalDecisions(StaffForm form, Surroundings surroundings) {
		return form.fields()
			.filter(field -> !isReadOnly(field) && surroundings.variables().test(key(field)))
			.filter(field -> !field.path("validate").path("required").asBoolean())
			.map(field -> key(field) + " may be left open");
	}

	private static Stream<String> texts(StaffForm form, Surroundings surroundings) {
		return form.components()
			.map(component -> component.path("text").asText())
			.filter(text -> VALUE.matcher(text).find())
			.map(text -> "a text shows a value: " + text);
	}

	private static boolean isReadOnly(JsonNode field) {
		return field.path("readonly").asBoolean() || field.path("disabled").asBoolean();
	}

	private static String key(JsonNode field) {
		return field.path("key").asText();
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

}
