package com.modalitysystems.onboarding.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Which fields the objects of the Pexip management node have. */
@Profile("sandbox")
@Component
class PexipSchema {

	private final Map<PexipResource, Shape> shapes;

	PexipSchema(ObjectMapper json) throws IOException {
		try (InputStream source = new ClassPathResource("sandbox/pexip-schema.json").getInputStream()) {
			Map<PexipResource, Shape> read = new EnumMap<>(PexipResource.class);
			json.readTree(source)
				.properties()
				.forEach(entry -> read.put(PexipResource.valueOf(entry.getKey()),
						json.convertValue(entry.getValue(), Shape.class)));
			this.shapes = read;
		}
	}

	Map<String, PexipField> fields(PexipResource resource) {
		return shape(resource).fields();
	}

	@Nullable PexipField field(PexipResource resource, String name) {
		return fields(resource).get(name);
	}

	boolean filters(PexipResource resource, String field) {
		return field.equals("id") || shape(resource).filtering().contains(field);
	}

	private Shape shape(PexipResource resource) {
		Shape shape = this.shapes.get(resource);
		if (shape == null) {
			throw new IllegalStateException("pexip-schema.json does not describe " + resource);
		}
		return shape;
	}

	/**
	 * The shape of one kind of objects.
	 *
	 * @param filtering fields that lists can be filtered by
	 * @param fields by name, in the order they are shown
	 */
	record Shape(List<String> filtering, LinkedHashMap<String, PexipField> fields) {
	}

}
