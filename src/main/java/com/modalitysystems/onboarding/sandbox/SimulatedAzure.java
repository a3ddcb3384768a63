package com.modalitysystems.onboarding.sandbox;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Azure Resource Manager: one network security group and its rules. */
@Profile("sandbox")
@RestController
@RequestMapping("/sandbox/azure/subscriptions/{subscription}/resourceGroups/{resourceGroup}/providers/Microsoft.Network/networkSecurityGroups/{group}")
class SimulatedAzure {

	private static final String RULES = "/securityRules";

	private static final String RULE = RULES + "/{name}";

	private final AzureGroup group;

	private final SecurityRules rules;

	private final SecurityRuleCheck check;

	private final Operations operations;

	private final ObjectMapper json;

	SimulatedAzure(AzureGroup group, SecurityRules rules, SecurityRuleCheck check, Operations operations,
			ObjectMapper json) {
		this.group = group;
		this.rules = rules;
		this.check = check;
		this.operations = operations;
		this.json = json;
	}

	@GetMapping
	ObjectNode group(HttpServletRequest request) {
		return this.group.alone(request, () -> {
			ObjectNode described = this.json.createObjectNode()
				.put("name", this.group.id().substring(this.group.id().lastIndexOf('/') + 1))
				.put("id", this.group.id())
				.put("type", "Microsoft.Network/networkSecurityGroups")
				.put("location", "westeurope");
			ObjectNode properties = described.putObject("properties").put("provisioningState", "Succeeded");
			properties.putArray("securityRules").addAll(this.rules.all());
			return described;
		});
	}

	@GetMapping(RULES)
	Map<String, Object> list(HttpServletRequest request) {
		return this.group.alone(request, () -> Map.of("value", this.rules.all()));
	}

	@GetMapping(RULE)
	ObjectNode get(@PathVariable String name, HttpServletRequest request) {
		return this.group.alone(request,
				() -> this.rules.find(name)
					.orElseThrow(() -> AzureError
						.notFound("NotFound", "Resource " + this.group.id() + "/securityRules/" + name + " not found.")
						.refusal()));
	}

	@PutMapping(RULE)
	ResponseEntity<ObjectNode> put(@PathVariable String name, @RequestBody(required = false) @Nullable String body,
			HttpServletRequest request) {
		return this.group.alone(request, () -> {
			ObjectNode properties = this.check.check(name, json(request, body));
			refuseTakenPriority(name, properties);
			boolean there = this.rules.find(name).isPresent();
			String operation = this.operations.begin(Operations.Verb.Put, name);
			return this.group.begun(there ? HttpStatus.OK : HttpStatus.CREATED, request, operation)
				.body(this.rules.put(name, properties, "Updating"));
		});
	}

	@DeleteMapping(RULE)
	ResponseEntity<Void> delete(@PathVariable String name, HttpServletRequest request) {
		return this.group.alone(request, () -> {
			if (this.rules.find(name).isEmpty()) {
				return ResponseEntity.noContent().build();
			}
			String operation = this.operations.begin(Operations.Verb.Delete, name);
			this.rules.mark(name, "Deleting");
			return this.group.begun(HttpStatus.ACCEPTED, request, operation)
				.header(HttpHeaders.LOCATION, this.group.result(request, operation))
				.build();
		});
	}

	private static String json(HttpServletRequest request, @Nullable String body) {
		if (request.getContentType() == null
				|| !MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(request.getContentType()))) {
			throw new AzureError(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "UnsupportedMediaType", "The content media type '"
					+ request.getContentType() + "' is not supported. Only 'application/json' is supported.")
				.refusal();
		}
		return (body != null) ? body : "";
	}

	private void refuseTakenPriority(String name, ObjectNode properties) {
		this.rules.all()
			.stream()
			.filter(other -> !other.path("name").asText().equalsIgnoreCase(name))
			.filter(other -> same(other.path("properties"), properties, "priority")
					&& same(other.path("properties"), properties, "direction"))
			.findFirst()
			.ifPresent(other -> {
				throw AzureError
					.badRequest("SecurityRuleConflict",
							"Security rule " + name + " conflicts with rule " + other.path("name").asText()
									+ ". Rules cannot have the same Priority and Direction.")
					.refusal();
			});
	}

	private static boolean same(JsonNode one, ObjectNode other, String field) {
		return one.path(field).equals(other.path(field));
	}

}
