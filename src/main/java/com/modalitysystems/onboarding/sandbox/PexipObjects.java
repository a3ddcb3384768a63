package com.modalitysystems.onboarding.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The objects that the Pexip management node keeps. */
@Profile("sandbox")
@Component
class PexipObjects {

	private static final Pattern URI = Pattern.compile(PexipResource.ROOT + "([a-z_]+)/(\\d+)/");

	/** Who points at whom, and keeps it from being deleted. */
	private static final Map<PexipResource, List<PexipResource>> REFERENCES = Map.of(PexipResource.azure_tenant,
			List.of(PexipResource.teams_proxy), PexipResource.teams_proxy,
			List.of(PexipResource.conference, PexipResource.gateway_routing_rule));

	private final World world;

	private final ObjectMapper json;

	PexipObjects(World world, ObjectMapper json) {
		this.world = world;
		this.json = json;
	}

	Optional<ObjectNode> find(PexipResource resource, long id) {
		return this.world.find(resource.kind(), String.valueOf(id)).map(body -> complete(resource, body));
	}

	/** The objects that have exactly these values. */
	List<ObjectNode> matching(PexipResource resource, ObjectNode values) {
		return this.world.matching(resource.kind(), values).stream().map(body -> complete(resource, body)).toList();
	}

	int count(PexipResource resource) {
		return this.world.all(resource.kind()).size();
	}

	/** Keep a new object. */
	long add(PexipResource resource, ObjectNode body) {
		long id = this.world.nextNumber();
		store(resource, id, body);
		return id;
	}

	void store(PexipResource resource, long id, ObjectNode body) {
		JsonNode aliases = body.remove("aliases");
		this.world.put(resource.kind(), String.valueOf(id), body.put("id", id).put("resource_uri", resource.uri(id)));
		if (resource == PexipResource.conference && aliases != null) {
			replaceAliases(resource.uri(id), aliases);
		}
	}

	private void replaceAliases(String conference, JsonNode aliases) {
		aliasesOf(conference).forEach(alias -> remove(PexipResource.conference_alias, alias.path("id").asLong()));
		aliases.forEach(alias -> add(PexipResource.conference_alias,
				this.json.createObjectNode()
					.put("alias", alias.path("alias").asText())
					.put("description", alias.path("description").asText())
					.put("conference", conference)));
	}

	/** The references that keep an object from being deleted. */
	List<String> protectors(PexipResource resource, long id) {
		List<String> protectors = new ArrayList<>();
		ObjectNode pointing = this.json.createObjectNode().put(resource.name(), resource.uri(id));
		REFERENCES.getOrDefault(resource, List.of())
			.forEach(other -> this.world.matching(other.kind(), pointing)
				.forEach(body -> protectors.add(body.path("resource_uri").asText())));
		return protectors;
	}

	void remove(PexipResource resource, long id) {
		this.world.remove(resource.kind(), String.valueOf(id));
		if (resource == PexipResource.conference) {
			replaceAliases(resource.uri(id), this.json.createArrayNode());
		}
	}

	void removeAll(PexipResource resource) {
		this.world.removeAll(resource.kind());
		if (resource == PexipResource.conference) {
			this.world.removeAll(PexipResource.conference_alias.kind());
		}
	}

	/** Whether a URI names an object of this kind. */
	boolean exists(String resource, String uri) {
		Matcher matcher = URI.matcher(uri);
		return matcher.matches() && matcher.group(1).equals(resource)
				&& this.world.find("pexip/" + resource, matcher.group(2)).isPresent();
	}

	<T> T alone(Supplier<T> act) {
		return this.world.alone("pexip", act);
	}

	private ObjectNode complete(PexipResource resource, ObjectNode body) {
		if (resource == PexipResource.conference) {
			body.putArray("aliases").addAll(aliasesOf(body.path("resource_uri").asText()));
		}
		return body;
	}

	private List<ObjectNode> aliasesOf(String conference) {
		return this.world.matching(PexipResource.conference_alias.kind(),
				this.json.createObjectNode().put("conference", conference));
	}

}
