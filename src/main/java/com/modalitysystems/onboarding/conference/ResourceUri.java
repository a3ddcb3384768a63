package com.modalitysystems.onboarding.conference;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.modalitysystems.onboarding.http.RemoteCallFailed;

/**
 * The address of one object on Pexip. It always ends with a number: without one it would
 * be the address of all objects of the kind, and a DELETE or PUT there would remove the
 * objects of all customers. Whatever changes or removes an object takes this type.
 *
 * @param resource the kind of object
 * @param id its number
 */
record ResourceUri(Resource resource, long id) {

	private static final Pattern SHAPE = Pattern
		.compile("(?:https?://[^/?#]+)?(?:/[^?#]*)?" + Pattern.quote(Resource.ROOT) + "([a-z_]{1,40})/(\\d{1,18})/");

	ResourceUri {
		if (id < 1) {
			throw new IllegalArgumentException("The number of an object is 1 or more");
		}
	}

	/** The address that Pexip gives for an object of a kind. */
	static ResourceUri of(Resource resource, String text) {
		Matcher uri = SHAPE.matcher(text);
		if (!uri.matches() || !uri.group(1).equals(resource.name()) || Long.parseLong(uri.group(2)) == 0) {
			throw new RemoteCallFailed(PexipApi.SYSTEM, "names a " + resource + " by an address that has no number",
					null, null);
		}
		return new ResourceUri(resource, Long.parseLong(uri.group(2)));
	}

	/** The address in an object that Pexip shows. */
	static ResourceUri of(Resource resource, JsonNode object) {
		return of(resource, object.path("resource_uri").asText());
	}

	@Override
	public String toString() {
		return this.resource.list() + this.id + "/";
	}

}
