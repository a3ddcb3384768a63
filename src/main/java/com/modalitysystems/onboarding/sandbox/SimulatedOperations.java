package com.modalitysystems.onboarding.sandbox;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Azure Resource Manager: how operations stand that take a while. */
@Profile("sandbox")
@RestController
@RequestMapping("/sandbox/azure/subscriptions/{subscription}" + AzureGroup.OPERATIONS)
class SimulatedOperations {

	private static final String RUNNING = "InProgress";

	private final AzureGroup group;

	SimulatedOperations(AzureGroup group) {
		this.group = group;
	}

	@GetMapping("operations/{operation}")
	ResponseEntity<Map<String, String>> status(@PathVariable String operation, HttpServletRequest request) {
		String status = this.group.look(operation, request);
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
		if (status.equals(RUNNING)) {
			answer.header(HttpHeaders.RETRY_AFTER, this.group.retryAfter());
		}
		return answer.body(Map.of("status", status));
	}

	@GetMapping("operationResults/{operation}")
	ResponseEntity<Void> result(@PathVariable String operation, HttpServletRequest request) {
		if (!this.group.look(operation, request).equals(RUNNING)) {
			return ResponseEntity.noContent().build();
		}
		return ResponseEntity.accepted()
			.header(HttpHeaders.RETRY_AFTER, this.group.retryAfter())
			.header(HttpHeaders.LOCATION, this.group.result(request, operation))
			.build();
	}

}
