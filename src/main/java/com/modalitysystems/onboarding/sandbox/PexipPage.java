package com.modalitysystems.onboarding.sandbox;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of a list is shown.
 *
 * @param limit at most so many objects
 * @param offset after so many
 */
record PexipPage(int limit, int offset) {

	private static final int USUAL = 20;

	private static final int MOST = 10_000;

	static PexipPage of(Map<String, String> parameters) {
		int limit = number(parameters, "limit", USUAL);
		return new PexipPage((limit == 0) ? MOST : Math.min(limit, MOST), number(parameters, "offset", 0));
	}

	private static int number(Map<String, String> parameters, String name, int usual) {
		String given = parameters.get(name);
		if (given == null) {
			return usual;
		}
		if (!given.matches("\\d{1,9}")) {
			throw PexipError
				.general("Invalid " + name + " '" + given + "' provided. Please provide a positive integer.");
		}
		return Integer.parseInt(given);
	}

	ObjectPage show(String path, Map<String, String> parameters, List<ObjectNode> all) {
		int end = (int) Math.min((long) this.offset + this.limit, all.size());
		ObjectNode meta = JsonNodeFactory.instance.objectNode()
			.put("limit", this.limit)
			.put("next", (end < all.size()) ? address(path, parameters, end) : null)
			.put("offset", this.offset)
			.put("previous",
					(this.offset > 0) ? address(path, parameters, Math.max(0, this.offset - this.limit)) : null)
			.put("total_count", all.size());
		return new ObjectPage(meta, (this.offset < end) ? all.subList(this.offset, end) : List.of());
	}

	private String address(String path, Map<String, String> parameters, int from) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
		parameters.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
		return address.replaceQueryParam("limit", this.limit)
			.replaceQueryParam("offset", from)
			.encode()
			.buildAndExpand(parameters)
			.toUriString();
	}

	/**
	 * A part of a list.
	 *
	 * @param meta which part it is
	 * @param objects in it
	 */
	record ObjectPage(ObjectNode meta, List<ObjectNode> objects) {
	}

}
