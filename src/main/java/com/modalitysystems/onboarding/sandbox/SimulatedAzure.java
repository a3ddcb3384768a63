package com.modalitysystems.onboarding.sandbox;

import java.util.Map;
import java.util.function.Supplier;

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
@RequestMapping("/sandbox/azure/subscriptions/{subscription}")
class SimulatedAzure {

	private static final String GROUP = "/resourceGroups/{resourceGroup}/providers/Microsoft.Network/networkSecurityGroups/{group}";

	private static final String RULES = GROUP + "/securityRules";

	private static final String RULE = RULES + "/{name}";

	private static final String OPERATIONS = "/providers/Microsoft.Network/locations/westeurope/";

	private final AzureCaller caller;

	private final SecurityRules rules;

	private final SecurityRuleCheck check;

	private final Operations operations;

	private final World world;

	private final SandboxSettings settings;

	private final ObjectMapper json;

	SimulatedAzure(AzureCaller caller, SecurityRules rules, SecurityRuleCheck check, Operations operations, World world,
			SandboxSettings settings, ObjectMapper json) {
		this.caller = caller;
		this.rules = rules;
		this.check = check;
		this.operations = operations;
		this.world = world;
		this.settings = settings;
		this.json = json;
	}

	@GetMapping(GROUP)
	ObjectNode group(HttpServletRequest request) {
		return inGroup(request, () -> {
			ObjectNode group = this.json.createObjectNode()
				.put("name", lastPart(this.settings.securityGroup()))
				.put("id", this.settings.securityGroup())
				.put("type", "Microsoft.Network/networkSecurityGroups")
				.put("location", "westeurope");
			group.putObject("properties")
				.put("provisioningState", "Succeeded")
				.putArray("securityRules")
				.addAll(this.rules.all());
			return group;
		});
	}

	@GetMapping(RULES)
	Map<String, Object> list(HttpServletRequest request) {
		return inGroup(request, () -> Map.of("value", this.rules.all()));
	}

	@GetMapping(RULE)
	ObjectNode get(@PathVariable String name, HttpServletRequest request) {
		return inGroup(request, () -> require(name));
	}

	@PutMapping(RULE)
	ResponseEntity<ObjectNode> put(@PathVariable String name, @RequestBody(required = false) @Nullable String body,
			HttpServletRequest request) {
		return inGroup(request, () -> {
			ObjectNode properties = this.check.check(name, json(request, body));
			refuseTakenPriority(name, properties);
			boolean there = this.rules.find(name).isPresent();
			String operation = this.operations.begin(Operations.Verb.Put, name);
			return running(there ? HttpStatus.OK : HttpStatus.CREATED, request, operation)
				.body(this.rules.put(name, properties, "Updating"));
		});
	}

	@DeleteMapping(RULE)
	ResponseEntity<Void> delete(@PathVariable String name, HttpServletRequest request) {
		return inGroup(request, () -> {
			if (this.rules.find(name).isEmpty()) {
				return ResponseEntity.noContent().build();
			}
			String operation = this.operations.begin(Operations.Verb.Delete, name);
			this.rules.mark(name, "Deleting");
			return running(HttpStatus.ACCEPTED, request, operation)
				.header(HttpHeaders.LOCATION, address("operationResults/", request, operation))
				.build();
		});
	}

	@GetMapping(OPERATIONS + "operations/{operation}")
	ResponseEntity<Map<String, String>> status(@PathVariable String operation, HttpServletRequest request) {
		String status = look(operation, request);
		return status.equals("InProgress")
				? ResponseEntity.ok().header(HttpHeaders.RETRY_AFTER, "1").body(Map.of("status", status))
				: ResponseEntity.ok(Map.of("status", status));
	}

	@GetMapping(OPERATIONS + "operationResults/{operation}")
	ResponseEntity<Void> result(@PathVariable String operation, HttpServletRequest request) {
		return look(operation, request).equals("InProgress") ? ResponseEntity.accepted()
			.header(HttpHeaders.RETRY_AFTER, "1")
			.header(HttpHeaders.LOCATION, address("operationResults/", request, operation))
			.build() : ResponseEntity.noContent().build();
	}

	private String look(String operation, HttpServletRequest request) {
		this.caller.check(request);
		return this.world.alone("azure", () -> this.operations.look(operation))
			.orElseThrow(() -> AzureError
				.notFound("OperationNotFound", "The operation '" + operation + "' could not be found.")
				.refusal());
	}

	/** Refuse other groups, and let nobody else change this one meanwhile. */
	private <T> T inGroup(HttpServletRequest request, Supplier<T> act) {
		this.caller.check(request);
		String path = request.getRequestURI().substring(Target.azure.root().length());
		String group = this.settings.securityGroup();
		if (!path.regionMatches(true, 0, group + "/", 0, group.length() + (path.length() > group.length() ? 1 : 0))) {
			throw AzureError
				.notFound("ResourceNotFound", "The Resource '" + path
						+ "' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix")
				.refusal();
		}
		return this.world.alone("azure", () -> {
			this.operations.settle();
			return act.get();
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

	private ObjectNode require(String name) {
		return this.rules.find(name)
			.orElseThrow(() -> AzureError
				.notFound("NotFound",
						"Resource " + this.settings.securityGroup() + "/securityRules/" + name + " not found.")
				.refusal());
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

	private ResponseEntity.BodyBuilder running(HttpStatus status, HttpServletRequest request, String operation) {
		return ResponseEntity.status(status)
			.header("Azure-AsyncOperation", address("operations/", request, operation))
			.header(HttpHeaders.RETRY_AFTER, "1");
	}

	private String address(String kind, HttpServletRequest request, String operation) {
		String group = this.settings.securityGroup();
		return this.settings.url() + "/azure" + group.substring(0, group.indexOf("/resourceGroups")) + OPERATIONS + kind
				+ operation + "?api-version=" + request.getParameter("api-version");
	}

	private static String lastPart(String id) {
		return id.substring(id.lastIndexOf('/') + 1);
	}

}
