package com.modalitysystems.onboarding.sandbox;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Checks what is written to the Pexip management node. */
@Profile("sandbox")
@Component
class PexipCheck {

	private static final Set<String> READ_ONLY = Set.of("id", "resource_uri");

	private final PexipSchema schema;

	private final PexipObjects objects;

	private final ObjectMapper json;

	PexipCheck(PexipSchema schema, PexipObjects objects, ObjectMapper json) {
		this.schema = schema;
		this.objects = objects;
		this.json = json;
	}

	ObjectNode parse(@Nullable String body, @Nullable String contentType) {
		if (contentType == null
				|| !MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(contentType))) {
			throw PexipError.general("The format indicated '" + contentType
					+ "' had no available deserialization method. Please check your ``formats`` and ``content_types`` on your Serializer.");
		}
		try {
			if (body != null && this.json.readTree(body) instanceof ObjectNode object) {
				object.remove(READ_ONLY);
				return object;
			}
		}
		catch (JsonProcessingException ex) {
			throw PexipError.general("Request is not valid JSON.");
		}
		throw PexipError.general("Request is not valid JSON.");
	}

	/** A whole object: what is missing has its usual value, what is required is there. */
	ObjectNode whole(PexipResource resource, ObjectNode given, long id) {
		Map<String, List<String>> errors = new LinkedHashMap<>();
		ObjectNode whole = this.json.createObjectNode();
		this.schema.fields(resource).forEach((name, field) -> {
			if (given.has(name)) {
				whole.set(name, given.get(name));
			}
			else if (field.required()) {
				errors.put(name, List.of("This field is required."));
			}
			else if (!field.type().equals("aliases")) {
				whole.set(name, field.usual());
			}
		});
		check(resource, given, id, errors);
		return whole;
	}

	/** An object after a part of it was changed. */
	ObjectNode changed(PexipResource resource, ObjectNode before, ObjectNode given, long id) {
		check(resource, given, id, new LinkedHashMap<>());
		ObjectNode after = before.deepCopy();
		after.remove("aliases");
		after.setAll(given);
		return after;
	}

	private void check(PexipResource resource, ObjectNode given, long id, Map<String, List<String>> errors) {
		for (Iterator<String> names = given.fieldNames(); names.hasNext();) {
			String name = names.next();
			List<String> found = errors(resource, name, given.path(name), id);
			if (!found.isEmpty()) {
				errors.put(name, found);
			}
		}
		if (!errors.isEmpty()) {
			throw PexipError.fields(resource, errors);
		}
		references(resource, given);
	}

	private List<String> errors(PexipResource resource, String name, JsonNode value, long id) {
		PexipField field = this.schema.field(resource, name);
		// the real node overlooks a field it does not know; a typing mistake of ours
		// would go unnoticed
		if (field == null) {
			return List.of("Unknown field.");
		}
		List<String> errors = new ArrayList<>();
		field.refuse(value).ifPresent(errors::add);
		if (errors.isEmpty() && field.unique() && taken(resource, name, value, id)) {
			errors.add(title(resource) + " with this " + title(name) + " already exists.");
		}
		if (errors.isEmpty() && field.type().equals("aliases")) {
			value.forEach(alias -> errors.addAll(aliasErrors(alias, id)));
		}
		return errors;
	}

	private List<String> aliasErrors(JsonNode alias, long conference) {
		List<String> errors = new ArrayList<>(errors(PexipResource.conference_alias, "alias", alias.path("alias"), -1));
		String uri = PexipResource.conference.uri(conference);
		ObjectNode same = this.json.createObjectNode().put("alias", alias.path("alias").asText());
		boolean ours = this.objects.matching(PexipResource.conference_alias, same)
			.stream()
			.anyMatch(other -> other.path("conference").asText().equals(uri));
		return ours ? List.of() : errors;
	}

	private boolean taken(PexipResource resource, String name, JsonNode value, long id) {
		ObjectNode same = this.json.createObjectNode();
		same.set(name, value);
		return this.objects.matching(resource, same).stream().anyMatch(other -> other.path("id").asLong() != id);
	}

	private void references(PexipResource resource, ObjectNode given) {
		this.schema.fields(resource).forEach((name, field) -> {
			String uri = given.path(name).asText();
			if (field.related() != null && given.hasNonNull(name) && !this.objects.exists(field.related(), uri)) {
				throw PexipError.general(
						"Could not find the provided " + field.related() + " object via resource URI '" + uri + "'.");
			}
		});
	}

	private static String title(PexipResource resource) {
		return switch (resource) {
			case azure_tenant -> "Microsoft Teams Tenant";
			case teams_proxy -> "Microsoft Teams Connector";
			case conference -> "Conference";
			case conference_alias -> "Conference Alias";
			case gateway_routing_rule -> "Call Routing Rule";
		};
	}

	private static String title(String field) {
		return Character.toUpperCase(field.charAt(0)) + field.substring(1).replace('_', ' ');
	}

}
