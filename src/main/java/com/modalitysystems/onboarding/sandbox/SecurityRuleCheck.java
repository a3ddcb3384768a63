package com.modalitysystems.onboarding.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Checks a security rule as Azure does before it is taken. */
@Profile("sandbox")
@Component
class SecurityRuleCheck {

	private static final Pattern NAME = Pattern.compile("\\w([\\w.-]{0,78}\\w)?");

	private static final Pattern IPV4 = Pattern
		.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|(?=/|$))){4}(/(3[0-2]|[12]?\\d))?");

	private static final Pattern IPV6 = Pattern.compile("(?=.*:.*:)[\\p{XDigit}:]{2,39}(/(12[0-8]|1[01]\\d|\\d?\\d))?");

	private static final Pattern PORTS = Pattern.compile("\\*|\\d{1,5}(-\\d{1,5})?");

	private static final Map<String, Set<String>> CHOICES = Map.of("protocol",
			Set.of("Tcp", "Udp", "Icmp", "Esp", "Ah", "*"), "access", Set.of("Allow", "Deny"), "direction",
			Set.of("Inbound", "Outbound"));

	private static final Set<String> KNOWN = Set.of("description", "protocol", "sourcePortRange", "sourcePortRanges",
			"destinationPortRange", "destinationPortRanges", "sourceAddressPrefix", "sourceAddressPrefixes",
			"destinationAddressPrefix", "destinationAddressPrefixes", "access", "priority", "direction",
			"provisioningState");

	private static final int LONGEST_DESCRIPTION = 140;

	private final ObjectMapper json;

	SecurityRuleCheck(ObjectMapper json) {
		this.json = json;
	}

	/** The properties of the rule in a body that Azure would take. */
	ObjectNode check(String name, String body) {
		if (!NAME.matcher(name).matches()) {
			throw refused("InvalidResourceName", "Resource name " + name
					+ " is invalid. The name can be up to 80 characters long. It must begin with a word character, and it must end with a word character or with '_'. The name may contain word characters or '.', '-', '_'.");
		}
		JsonNode parsed = parse(body);
		if (!(parsed.path("properties") instanceof ObjectNode properties)) {
			throw refused("InvalidRequestContent",
					"The request content was invalid and could not be deserialized: 'properties' is required.");
		}
		properties.fieldNames().forEachRemaining(SecurityRuleCheck::checkKnown);
		CHOICES.forEach((field, choices) -> checkChoice(properties, field, choices));
		checkPriority(properties.path("priority"));
		checkDescription(properties.path("description"));
		checkAddresses(properties, "source");
		checkAddresses(properties, "destination");
		checkPorts(properties, "source");
		checkPorts(properties, "destination");
		return properties;
	}

	private JsonNode parse(String body) {
		try {
			return this.json.readTree(body);
		}
		catch (JsonProcessingException ex) {
			throw refused("InvalidRequestContent", "The request content was invalid and could not be deserialized: '"
					+ ex.getOriginalMessage() + "'.");
		}
	}

	private static void checkKnown(String field) {
		if (!KNOWN.contains(field)) {
			throw refused("InvalidRequestContent",
					"The request content was invalid and could not be deserialized: 'Could not find member '" + field
							+ "' on object of type 'SecurityRule'.");
		}
	}

	private static void checkChoice(ObjectNode properties, String field, Set<String> choices) {
		if (!choices.contains(properties.path(field).asText())) {
			throw refused("InvalidRequestFormat",
					"Cannot parse the request. Value '" + properties.path(field).asText() + "' for " + field
							+ " must be one of " + String.join(", ", choices.stream().sorted().toList()) + ".");
		}
	}

	private static void checkPriority(JsonNode priority) {
		if (!priority.isInt() || priority.intValue() < 100 || priority.intValue() > 4096) {
			throw refused("SecurityRuleInvalidPriority", "Security rule has invalid priority. Value provided: "
					+ priority.asText("none") + ". Allowed range 100-4096.");
		}
	}

	private static void checkDescription(JsonNode description) {
		if (description.asText().length() > LONGEST_DESCRIPTION) {
			throw refused("SecurityRuleInvalidDescription",
					"Security rule has invalid description. Description must be at most 140 characters long.");
		}
	}

	private static void checkAddresses(ObjectNode properties, String side) {
		JsonNode one = properties.path(side + "AddressPrefix");
		JsonNode several = properties.path(side + "AddressPrefixes");
		if (one.isMissingNode() == (several.isMissingNode() || several.isEmpty())) {
			throw refused("SecurityRuleInvalidAddressPrefix",
					"Security rule must specify either " + side + "AddressPrefix or " + side + "AddressPrefixes.");
		}
		if (one.isTextual() && (one.asText().equals("*") || one.asText().matches("[A-Z]\\w+"))) {
			return;
		}
		(one.isMissingNode() ? several : List.of(one)).forEach(SecurityRuleCheck::checkAddress);
	}

	private static void checkAddress(JsonNode address) {
		String text = address.asText();
		if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
			throw refused("SecurityRuleInvalidAddressPrefix",
					"Security rule has invalid Address prefix. Value provided: " + text);
		}
	}

	private static void checkPorts(ObjectNode properties, String side) {
		JsonNode one = properties.path(side + "PortRange");
		JsonNode several = properties.path(side + "PortRanges");
		if (one.isMissingNode() == (several.isMissingNode() || several.isEmpty())) {
			throw refused("SecurityRuleInvalidPortRange",
					"Security rule must specify either " + side + "PortRange or " + side + "PortRanges.");
		}
		(one.isMissingNode() ? several : List.of(one)).forEach(port -> {
			if (!PORTS.matcher(port.asText()).matches()) {
				throw refused("SecurityRuleInvalidPortRange",
						"Security rule has invalid Port range. Value provided: " + port.asText());
			}
		});
	}

	private static Refusal refused(String code, String message) {
		return AzureError.badRequest(code, message).refusal();
	}

}
