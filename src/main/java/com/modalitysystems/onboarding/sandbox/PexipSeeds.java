package com.modalitysystems.onboarding.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.PostConstruct;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What others keep on the Pexip management node, which nobody may touch: more objects
 * than a list shows on one page.
 */
@Profile("sandbox")
@Component
class PexipSeeds {

	private static final int OTHER_CUSTOMERS = 24;

	private final World world;

	private final PexipCheck check;

	private final ObjectMapper json;

	PexipSeeds(World world, PexipCheck check, ObjectMapper json) {
		this.world = world;
		this.check = check;
		this.json = json;
	}

	@PostConstruct
	void sow() {
		this.world.alone("pexip", () -> {
			if (this.world.all(PexipResource.azure_tenant.kind()).isEmpty()) {
				for (int number = 1; number <= OTHER_CUSTOMERS; number++) {
					otherCustomer("legacy-%03d".formatted(number));
				}
				testCall();
			}
			return true;
		});
	}

	private void otherCustomer(String name) {
		UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
		String tenant = seed(PexipResource.azure_tenant,
				object(name).put("tenant_id", id.toString()).put("description", "Set up by hand"));
		String proxy = seed(PexipResource.teams_proxy,
				object(name + "-eu").put("address", "modalitygw1.eu.teams.videosrv.net").put("azure_tenant", tenant));
		String reception = seed(PexipResource.conference,
				object(name + " Teams IVR").put("service_type", "two_stage_dialing")
					.put("two_stage_dial_type", "teams")
					.put("teams_proxy", proxy)
					.put("tag", name));
		alias(name + "@videosrv.net", reception);
		seed(PexipResource.gateway_routing_rule,
				object(name + " guest").put("priority", 150)
					.put("match_string", name + "\\.(\\d{9,13})@videosrv\\.net")
					.put("replace_string", "\\1")
					.put("called_device_type", "teams_conference")
					.put("outgoing_protocol", "teams")
					.put("teams_proxy", proxy)
					.put("tag", name));
	}

	private void testCall() {
		alias("test_call@videosrv.net",
				seed(PexipResource.conference, object("Test call").put("service_type", "test_call")));
	}

	private void alias(String alias, String conference) {
		seed(PexipResource.conference_alias,
				this.json.createObjectNode().put("alias", alias).put("conference", conference));
	}

	private ObjectNode object(String name) {
		return this.json.createObjectNode().put("name", name);
	}

	private String seed(PexipResource resource, ObjectNode given) {
		ObjectNode whole = this.check.whole(resource, given, -1);
		long id = this.world.nextNumber();
		this.world.seed(resource.kind(), String.valueOf(id), whole.put("id", id).put("resource_uri", resource.uri(id)));
		return resource.uri(id);
	}

}
