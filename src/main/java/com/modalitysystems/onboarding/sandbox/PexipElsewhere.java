package com.modalitysystems.onboarding.sandbox;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The status of the Pexip platform, and everything of the node that is not simulated. */
@Profile("sandbox")
@RestController
class PexipElsewhere {

	private static final String ROOT = "/sandbox/pexip";

	private static final String RESOURCES = ROOT + PexipResource.ROOT
			+ "{resource:azure_tenant|teams_proxy|conference|conference_alias|gateway_routing_rule}/";

	private final PexipCaller caller;

	private final PexipObjects objects;

	private final SandboxSettings settings;

	PexipElsewhere(PexipCaller caller, PexipObjects objects, SandboxSettings settings) {
		this.caller = caller;
		this.objects = objects;
		this.settings = settings;
	}

	@GetMapping(ROOT + "/api/admin/status/v1/licensing/")
	PexipPage.ObjectPage licensing(HttpServletRequest request) {
		this.caller.check(request);
		var licences = JsonNodeFactory.instance.objectNode()
			.put("audio_count", 0)
			.put("audio_total", 1000)
			.put("port_count", 12)
			.put("port_total", 1000)
			.put("teams_count", this.objects.count(PexipResource.azure_tenant))
			.put("teams_total", this.settings.pexip().teamsLicences())
			.put("resource_uri", "/api/admin/status/v1/licensing/1/");
		return new PexipPage(20, 0).show("/api/admin/status/v1/licensing/", Map.of(), List.of(licences));
	}

	@GetMapping(ROOT + "/api/admin/status/v1/management_vm/")
	PexipPage.ObjectPage managementNodes(HttpServletRequest request) {
		this.caller.check(request);
		var node = JsonNodeFactory.instance.objectNode()
			.put("id", 1)
			.put("name", "sandbox-mgr")
			.put("primary", true)
			.put("resource_uri", "/api/admin/status/v1/management_vm/1/")
			.put("version", "38 (sandbox)");
		return new PexipPage(20, 0).show("/api/admin/status/v1/management_vm/", Map.of(), List.of(node));
	}

	@GetMapping(ROOT + PexipResource.ROOT + "global/1/")
	ObjectNode global(HttpServletRequest request) {
		this.caller.check(request);
		return JsonNodeFactory.instance.objectNode().put("id", 1).put("enable_application_api", true);
	}

	/** Known addresses with a verb they do not know. */
	@RequestMapping({ RESOURCES, RESOURCES + "{id:\\d{1,18}}/" })
	void unknownVerb(HttpServletRequest request) {
		this.caller.check(request);
		throw PexipError.methodNotAllowed();
	}

	@RequestMapping(ROOT + "/**")
	void unknown(HttpServletRequest request) {
		this.caller.check(request);
		throw PexipError.noSuchPage();
	}

}
