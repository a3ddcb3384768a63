package com.modalitysystems.onboarding.sandbox;

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Microsoft Entra tells anyone of a tenant (OpenID Connect Discovery). */
@Profile("sandbox")
@RestController
class SimulatedDiscovery {

	private final TenantLocator locator;

	private final SandboxSettings settings;

	private final ObjectMapper json;

	SimulatedDiscovery(TenantLocator locator, SandboxSettings settings, ObjectMapper json) {
		this.locator = locator;
		this.settings = settings;
		this.json = json;
	}

	@GetMapping("/sandbox/login/{tenant}/v2.0/.well-known/openid-configuration")
	ResponseEntity<ObjectNode> discover(@PathVariable String tenant) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
			.body(describe(this.locator.find(tenant)));
	}

	private ObjectNode describe(SimulatedTenant tenant) {
		Cloud cloud = tenant.cloud();
		// the end points of our own cloud are here; those of others are out of reach
		String base = (cloud.isPublic() ? this.settings.url() + "/login/" : "https://" + cloud.loginHost() + "/")
				+ tenant.id();
		ObjectNode document = this.json.createObjectNode()
			.put("token_endpoint", base + "/oauth2/v2.0/token")
			.put("jwks_uri", base + "/discovery/v2.0/keys")
			.put("issuer", "https://" + cloud.loginHost() + "/" + tenant.id() + "/v2.0")
			.put("authorization_endpoint", base + "/oauth2/v2.0/authorize")
			.put("end_session_endpoint", base + "/oauth2/v2.0/logout")
			.put("tenant_region_scope", cloud.region())
			.put("cloud_instance_name", cloud.instance())
			.put("cloud_graph_host_name", "graph.windows.net")
			.put("msgraph_host", cloud.graphHost())
			.put("rbac_url", "https://pas.windows.net");
		if (cloud.subRegion() != null) {
			document.put("tenant_region_sub_scope", cloud.subRegion());
		}
		List.of("openid", "profile", "email", "offline_access").forEach(document.withArray("scopes_supported")::add);
		return document;
	}

	@RequestMapping("/sandbox/login/**")
	ResponseEntity<String> unknown() {
		return ResponseEntity.status(HttpStatus.NOT_FOUND).body("404 - File or directory not found.");
	}

}
