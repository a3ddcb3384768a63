package com.modalitysystems.onboarding.conference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.modalitysystems.onboarding.http.RemoteCallFailed;

import org.springframework.stereotype.Component;

/**
 * The objects of the Management Node. Only single objects are changed or removed; there
 * is no way to do so to a list.
 */
@Component
class PexipApi {

	/** How failures name it. */
	static final String SYSTEM = "Pexip";

	private static final int PAGE = 500;

	private static final int MOST_PAGES = 1000;

	private static final Pattern OFFSET = Pattern.compile("[?&]offset=(\\d{1,9})(?:&|$)");

	private final PexipCalls pexip;

	PexipApi(PexipCalls pexip) {
		this.pexip = pexip;
	}

	/** How many Teams licences are in use, and how many there are. */
	Licences licences() {
		JsonNode licensing = this.pexip.get((uri) -> uri.path("/api/admin/status/v1/licensing/").build())
			.body()
			.path("objects")
			.path(0);
		if (!licensing.path("teams_count").isNumber() || !licensing.path("teams_total").isNumber()) {
			throw new RemoteCallFailed(SYSTEM, "does not tell its Teams licences", null, null);
		}
		return new Licences(licensing.path("teams_count").asInt(), licensing.path("teams_total").asInt());
	}

	/** The version of the Management Node, where our role may see it. */
	Optional<String> version() {
		PexipCalls.Reply reply = this.pexip.get((uri) -> uri.path("/api/admin/status/v1/management_vm/").build(), 403,
				404);
		return Optional.of(reply.body().path("objects").path(0).path("version").asText())
			.filter((version) -> reply.isSuccess() && !version.isEmpty());
	}

	/**
	 * Whether the platform lets applications in, as Teams needs; none where we may not
	 * see it.
	 */
	Optional<Boolean> letsApplicationsIn() {
		PexipCalls.Reply reply = this.pexip.get((uri) -> uri.path(Resource.ROOT + "global/1/").build(), 403, 404);
		return Optional.of(reply.body().path("enable_application_api"))
			.filter((enabled) -> reply.isSuccess() && enabled.isBoolean())
			.map(JsonNode::asBoolean);
	}

	/** Whether our role may see objects of a kind. */
	boolean mayRead(Resource resource) {
		return this.pexip.get((uri) -> uri.path(resource.list()).queryParam("limit", 1).build(), 403).isSuccess();
	}

	/** The object of this very name. */
	Optional<JsonNode> named(Resource resource, String name) {
		return with(resource, "name", name).stream().findFirst();
	}

	/** The objects with this very value in a field. */
	List<JsonNode> with(Resource resource, String field, String value) {
		// asked again here: a filter that a version does not know must not let others in
		return list(resource, field, value).stream()
			.filter((object) -> object.path(field).asText().equalsIgnoreCase(value))
			.toList();
	}

	/** All objects of a kind. */
	List<JsonNode> all(Resource resource) {
		return list(resource, "", "");
	}

	/**
	 * Create an object.
	 * @return why Pexip refused it, as it does when somebody else was faster; none when
	 * it did not
	 */
	Optional<Refusal> create(Resource resource, JsonNode object) {
		PexipCalls.Reply reply = this.pexip.post(resource, object, 400);
		return (reply.status() != 400) ? Optional.empty() : Optional.of(Refusal.of(resource, object, reply.body()));
	}

	/** The object at an address; none when it is gone. */
	Optional<JsonNode> read(ResourceUri uri) {
		return Optional.of(this.pexip.get((base) -> base.path(uri.toString()).build(), 404))
			.filter((reply) -> reply.status() != 404)
			.map(PexipCalls.Reply::body);
	}

	/** Change fields of one object. */
	void change(ResourceUri uri, JsonNode fields) {
		this.pexip.patch(uri, fields);
	}

	/** Remove one object; one that is gone already is fine. */
	void remove(ResourceUri uri) {
		this.pexip.delete(uri, 404);
	}

	private List<JsonNode> list(Resource resource, String field, String value) {
		List<JsonNode> objects = new ArrayList<>();
		long offset = 0;
		for (int page = 0; page < MOST_PAGES; page++) {
			JsonNode body = page(resource, field, value, offset);
			body.path("objects").forEach(objects::add);
			JsonNode next = body.path("meta").path("next");
			if (!next.isTextual()) {
				return objects;
			}
			offset = offsetBehind(offset, next.asText());
		}
		throw new RemoteCallFailed(SYSTEM, "has a list without an end", null, null);
	}

	private JsonNode page(Resource resource, String field, String value, long offset) {
		JsonNode body = this.pexip.get((uri) -> {
			uri.path(resource.list()).queryParam("limit", PAGE).queryParam("offset", offset);
			return field.isEmpty() ? uri.build() : uri.queryParam(field, "{value}").build(value);
		}).body();
		if (!body.path("objects").isArray()) {
			throw new RemoteCallFailed(SYSTEM, "has a list of " + resource + " that cannot be read", null, null);
		}
		return body;
	}

	/**
	 * Where the next page begins. Only the number is taken from the address that Pexip
	 * gives: it cannot lead elsewhere, and not back.
	 */
	private static long offsetBehind(long offset, String next) {
		Matcher matcher = OFFSET.matcher(next);
		if (!matcher.find() || Long.parseLong(matcher.group(1)) <= offset) {
			throw new RemoteCallFailed(SYSTEM, "has a list whose next page cannot be found", null, null);
		}
		return Long.parseLong(matcher.group(1));
	}

}
