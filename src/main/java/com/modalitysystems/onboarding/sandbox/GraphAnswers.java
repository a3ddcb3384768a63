package com.modalitysystems.onboarding.sandbox;

import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Puts answers of Microsoft Graph into the form of OData. */
@Profile("sandbox")
@Component
class GraphAnswers {

	private static final String CONTEXT = "https://graph.microsoft.com/v1.0/$metadata#";

	private final ObjectMapper json;

	private final Clock clock;

	GraphAnswers(ObjectMapper json, Clock clock) {
		this.json = json;
		this.clock = clock;
	}

	ObjectNode object() {
		return this.json.createObjectNode();
	}

	/** One entity, with the properties that were asked for. */
	ObjectNode entity(String type, ObjectNode entity, @Nullable String select) {
		ObjectNode answer = object().put("@odata.context", CONTEXT + type + "/$entity");
		answer.setAll(select(type, entity, select));
		return answer;
	}

	/** A list of entities, each with the properties that were asked for. */
	ObjectNode list(String type, Collection<ObjectNode> entities, @Nullable String select) {
		ObjectNode answer = object().put("@odata.context", CONTEXT + type);
		List<ObjectNode> selected = entities.stream().map(entity -> select(type, entity, select)).toList();
		answer.putArray("value").addAll(selected);
		return answer;
	}

	private ObjectNode select(String type, ObjectNode entity, @Nullable String select) {
		if (select == null) {
			return entity;
		}
		List<String> names = Arrays.stream(select.split(",")).map(String::strip).toList();
		names.stream().filter(name -> !entity.has(name)).findFirst().ifPresent(name -> {
			throw GraphError
				.badRequest("Could not find a property named '" + name + "' on type 'microsoft.graph." + type + "'.")
				.refusal(this.clock);
		});
		return entity.deepCopy().retain(names);
	}

}
