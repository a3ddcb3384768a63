package com.modalitysystems.onboarding.conference;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Why Pexip refused an object.
 *
 * @param resource of which kind it was
 * @param fields at which of the fields that we sent; none when Pexip did not say
 */
record Refusal(Resource resource, List<String> fields) {

	// only names that we sent ourselves are taken over: the rest may quote anything
	static Refusal of(Resource resource, JsonNode sent, JsonNode body) {
		JsonNode named = body.has(resource.name()) ? body.path(resource.name()) : body;
		return new Refusal(resource, sent.properties().stream().map(Map.Entry::getKey).filter(named::has).toList());
	}

	@Override
	public String toString() {
		return this.resource + " was refused with 400"
				+ (this.fields.isEmpty() ? "" : " at " + String.join(", ", this.fields));
	}

}
