package com.modalitysystems.onboarding.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Filters and pages the lists of the Pexip management node. */
@Profile("sandbox")
@Component
class PexipFilter {

	private static final Set<String> OTHER_PARAMETERS = Set.of("limit", "offset", "format", "order_by");

	private static final Map<String, BiPredicate<String, String>> COMPARISONS = Map.ofEntries(
			Map.entry("exact", String::equals), Map.entry("iexact", String::equalsIgnoreCase),
			Map.entry("contains", String::contains),
			Map.entry("icontains", (value, wanted) -> lower(value).contains(lower(wanted))),
			Map.entry("startswith", String::startsWith),
			Map.entry("istartswith", (value, wanted) -> lower(value).startsWith(lower(wanted))),
			Map.entry("endswith", String::endsWith),
			Map.entry("iendswith", (value, wanted) -> lower(value).endsWith(lower(wanted))),
			Map.entry("regex", (value, wanted) -> Pattern.compile(wanted).matcher(value).find()),
			Map.entry("iregex",
					(value, wanted) -> Pattern.compile(wanted, Pattern.CASE_INSENSITIVE).matcher(value).find()),
			Map.entry("in", (value, wanted) -> Arrays.asList(wanted.split(",", -1)).contains(value)),
			Map.entry("lt", (value, wanted) -> Long.parseLong(value) < Long.parseLong(wanted)),
			Map.entry("lte", (value, wanted) -> Long.parseLong(value) <= Long.parseLong(wanted)),
			Map.entry("gt", (value, wanted) -> Long.parseLong(value) > Long.parseLong(wanted)),
			Map.entry("gte", (value, wanted) -> Long.parseLong(value) >= Long.parseLong(wanted)));

	private final PexipSchema schema;

	private final PexipObjects objects;

	PexipFilter(PexipSchema schema, PexipObjects objects) {
		this.schema = schema;
		this.objects = objects;
	}

	List<ObjectNode> find(PexipResource resource, Map<String, String> parameters) {
		ObjectNode exactly = JsonNodeFactory.instance.objectNode();
		List<Map.Entry<String, String>> filters = parameters.entrySet()
			.stream()
			.filter(entry -> !OTHER_PARAMETERS.contains(entry.getKey()))
			.toList();
		filters.forEach(filter -> narrow(resource, filter, exactly));
		Stream<ObjectNode> found = this.objects.matching(resource, exactly).stream();
		return found.filter(object -> filters.stream().allMatch(filter -> meets(resource, object, filter))).toList();
	}

	/** Let the database look for what is compared exactly. */
	private void narrow(PexipResource resource, Map.Entry<String, String> filter, ObjectNode exactly) {
		String name = name(filter.getKey());
		PexipField field = this.schema.field(resource, name);
		if (!this.schema.filters(resource, name)) {
			throw PexipError.general("The '" + name + "' field does not allow filtering.");
		}
		if (field != null && field.type().equals("string") && comparison(filter.getKey()).equals("exact")) {
			exactly.put(name, filter.getValue());
		}
	}

	private boolean meets(PexipResource resource, ObjectNode object, Map.Entry<String, String> filter) {
		String name = name(filter.getKey());
		BiPredicate<String, String> comparison = COMPARISONS.get(comparison(filter.getKey()));
		if (comparison == null) {
			throw PexipError
				.general("'" + comparison(filter.getKey()) + "' is not an allowed filter on the '" + name + "' field.");
		}
		try {
			return comparison.test(text(this.schema.field(resource, name), object.path(name)), filter.getValue());
		}
		catch (IllegalArgumentException ex) {
			throw PexipError.general("Invalid resource lookup data provided (mismatched type).");
		}
	}

	/** Related objects are filtered by their id. */
	private static String text(@Nullable PexipField field, JsonNode value) {
		return (field != null && field.related() != null) ? value.asText().replaceAll(".*/(\\d+)/$", "$1")
				: value.asText();
	}

	private static String name(String key) {
		return key.contains("__") ? key.substring(0, key.indexOf("__")) : key;
	}

	private static String comparison(String key) {
		return key.contains("__") ? key.substring(key.indexOf("__") + 2) : "exact";
	}

	private static String lower(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

}
