package com.modalitysystems.onboarding.conference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.modalitysystems.onboarding.http.RemoteCallFailed;

/**
 * Builds objects on Pexip: what is there is kept, what is missing is created, what
 * differs is put right, and in the end everything is looked at once more.
 */
class Construction {

	private final PexipApi pexip;

	private final Map<ResourceUri, ObjectNode> built = new LinkedHashMap<>();

	Construction(PexipApi pexip) {
		this.pexip = pexip;
	}

	/** See to it that an object is there, found by its name. */
	ResourceUri ensure(Resource resource, ObjectNode wanted) {
		JsonNode found = this.pexip.named(resource, name(wanted)).orElseGet(() -> create(resource, wanted));
		ResourceUri uri = ResourceUri.of(resource, found);
		ObjectNode difference = difference(found, wanted);
		if (!difference.isEmpty()) {
			this.pexip.change(uri, difference);
		}
		this.built.put(uri, wanted);
		return uri;
	}

	/** Look at everything once more, and fail unless all of it is as it was wanted. */
	void verify() {
		this.built.forEach((uri, wanted) -> {
			JsonNode there = this.pexip.read(uri).orElseThrow(() -> failure(uri.resource() + " is gone again"));
			ObjectNode difference = difference(there, wanted);
			if (!difference.isEmpty()) {
				throw failure(uri.resource() + " has other values than asked for in " + fields(difference));
			}
		});
	}

	private JsonNode create(Resource resource, ObjectNode wanted) {
		Optional<Refusal> refusal = this.pexip.create(resource, wanted);
		// read back in any case: if it was refused since it exists, somebody was faster
		return this.pexip.named(resource, name(wanted))
			.orElseThrow(
					() -> failure(refusal.map(Refusal::toString).orElse(resource + " was created and is not there")));
	}

	private static ObjectNode difference(JsonNode found, ObjectNode wanted) {
		ObjectNode difference = JsonNodeFactory.instance.objectNode();
		wanted.properties().forEach((field) -> {
			if (!holds(found.path(field.getKey()), field.getValue())) {
				difference.set(field.getKey(), field.getValue());
			}
		});
		return difference;
	}

	/** Whether what Pexip shows is what we want, whatever else it shows. */
	private static boolean holds(JsonNode found, JsonNode wanted) {
		if (wanted.isArray()) {
			return StreamSupport.stream(wanted.spliterator(), false)
				.allMatch((one) -> StreamSupport.stream(found.spliterator(), false).anyMatch((it) -> holds(it, one)));
		}
		if (wanted.isObject()) {
			return wanted.properties()
				.stream()
				.allMatch((field) -> holds(found.path(field.getKey()), field.getValue()));
		}
		return found.isValueNode() && found.asText().equals(wanted.asText());
	}

	private static String name(ObjectNode wanted) {
		return wanted.path("name").asText();
	}

	private static String fields(ObjectNode object) {
		return String.join(", ", (Iterable<String>) object::fieldNames);
	}

	private static RemoteCallFailed failure(String what) {
		return new RemoteCallFailed(PexipApi.SYSTEM, what, null, null);
	}

}
