package com.modalitysystems.onboarding.sandbox;

import java.util.Locale;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The only network security group that exists, changed by one caller at a time. */
@Profile("sandbox")
@Component
class AzureGroup {

	static final String OPERATIONS = "/providers/Microsoft.Network/locations/westeurope/";

	private final AzureCaller caller;

	private final Operations operations;

	private final World world;

	private final SandboxSettings settings;

	AzureGroup(AzureCaller caller, Operations operations, World world, SandboxSettings settings) {
		this.caller = caller;
		this.operations = operations;
		this.world = world;
		this.settings = settings;
	}

	String id() {
		return this.settings.securityGroup();
	}

	/** Refuse other groups, and let nobody else change this one meanwhile. */
	<T> T alone(HttpServletRequest request, Supplier<T> act) {
		this.caller.check(request);
		String path = request.getRequestURI().substring(Target.azure.root().length());
		if (!(path + "/").toLowerCase(Locale.ROOT).startsWith((id() + "/").toLowerCase(Locale.ROOT))) {
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

	/** How an operation stands, which moves on by being looked at. */
	String look(String operation, HttpServletRequest request) {
		this.caller.check(request);
		return this.world.alone("azure", () -> this.operations.look(operation))
			.orElseThrow(() -> AzureError
				.notFound("OperationNotFound", "The operation '" + operation + "' could not be found.")
				.refusal());
	}

	/** The answer to a call that began an operation. */
	ResponseEntity.BodyBuilder begun(HttpStatus status, HttpServletRequest request, String operation) {
		return ResponseEntity.status(status)
			.header("Azure-AsyncOperation", address("operations/", request, operation))
			.header(HttpHeaders.RETRY_AFTER, retryAfter());
	}

	/** How long to wait before the next look at an operation. */
	String retryAfter() {
		return Long.toString(this.settings.retryAfter().toSeconds());
	}

	/** Where the result of an operation is found. */
	String result(HttpServletRequest request, String operation) {
		return address("operationResults/", request, operation);
	}

	private String address(String kind, HttpServletRequest request, String operation) {
		return this.settings.url() + "/azure" + id().substring(0, id().indexOf("/resourceGroups")) + OPERATIONS + kind
				+ operation + "?api-version=" + request.getParameter("api-version");
	}

}
