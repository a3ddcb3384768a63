package com.modalitysystems.onboarding.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A form of Tasklist as it is written.
 *
 * @param name of its file, without ending
 * @param json what it says
 */
record StaffForm(String name, JsonNode json) {

	private static final String DECISION = "decision";

	private static final Pattern CHOICE = Pattern.compile("value: \"(\\w+)\"");

	static StaffForm read(Path file) {
		try {
			return of(Drawing.withoutEnding(file), Files.readString(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static StaffForm of(String name, String json) throws IOException {
		return new StaffForm(name, new ObjectMapper().readTree(json));
	}

	/** Every component, those inside of groups too. */
	Stream<JsonNode> components() {
		return components(this.json);
	}

	Stream<JsonNode> fields() {
		return components().filter(component -> component.has("key"));
	}

	/** What staff may decide with it. */
	List<String> decisions() {
		return fields().filter(field -> field.path("key").asText().equals(DECISION))
			.flatMap(StaffForm::choices)
			.toList();
	}

	/** Some are only offered where they are possible: an expression says when. */
	private static Stream<String> choices(JsonNode field) {
		return Stream.concat(children(field, "values").map(value -> value.path("value").asText()),
				CHOICE.matcher(field.path("valuesExpression").asText()).results().map(choice -> choice.group(1)));
	}

	private static Stream<JsonNode> components(JsonNode parent) {
		return children(parent, "components").flatMap(child -> Stream.concat(Stream.of(child), components(child)));
	}

	private static Stream<JsonNode> children(JsonNode parent, String name) {
		return StreamSupport.stream(parent.path(name).spliterator(), false);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
