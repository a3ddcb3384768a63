package com.modalitysystems.onboarding.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.PostConstruct;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The security rules of the network security group. */
@Profile("sandbox")
@Component
class SecurityRules {

	private static final String KIND = "rule";

	private final World world;

	private final ObjectMapper json;

	private final SandboxSettings settings;

	SecurityRules(World world, ObjectMapper json, SandboxSettings settings) {
		this.world = world;
		this.json = json;
		this.settings = settings;
	}

	/** Rules of the connector itself, which are nobody's business. */
	@PostConstruct
	void sow() {
		this.world.alone("rules", () -> {
			if (this.world.all(KIND).isEmpty()) {
				seed("pexip-nodes", 100, "Allow", "198.51.100.16/28", "Signalling from the conferencing nodes");
				seed("management", 110, "Allow", "192.0.2.10/32", "Remote desktop and consent, operations");
				seed("deny-https", 4000, "Deny", "*", "Nobody else reaches the Teams Connector");
			}
			return true;
		});
	}

	private void seed(String name, int priority, String access, String source, String description) {
		ObjectNode properties = this.json.createObjectNode()
			.put("description", description)
			.put("protocol", "Tcp")
			.put("sourcePortRange", "*")
			.put("destinationPortRange", "443")
			.put("sourceAddressPrefix", source)
			.put("destinationAddressPrefix", "*")
			.put("access", access)
			.put("priority", priority)
			.put("direction", "Inbound");
		this.world.seed(KIND, key(name), describe(name, properties, "Succeeded"));
	}

	List<ObjectNode> all() {
		return this.world.all(KIND);
	}

	List<World.Thing> things() {
		return this.world.things(KIND);
	}

	Optional<ObjectNode> find(String name) {
		return this.world.find(KIND, key(name));
	}

	ObjectNode put(String name, ObjectNode properties, String provisioningState) {
		ObjectNode rule = describe(name, properties, provisioningState);
		this.world.put(KIND, key(name), rule);
		return rule;
	}

	/** An operation on the rule ended, or began. */
	void mark(String name, String provisioningState) {
		find(name).ifPresent(rule -> put(name, rule.withObject("properties"), provisioningState));
	}

	/** It is gone; say whether it was there. */
	boolean remove(String name) {
		return this.world.remove(KIND, key(name));
	}

	/** The connector was redeployed: its group is as it was in the beginning. */
	void redeploy() {
		things().stream().filter(thing -> !thing.seeded()).forEach(thing -> remove(thing.body().path("name").asText()));
	}

	private ObjectNode describe(String name, ObjectNode properties, String provisioningState) {
		ObjectNode rule = this.json.createObjectNode()
			.put("name", name)
			.put("id", this.settings.securityGroup() + "/securityRules/" + name)
			.put("etag", "W/\"" + UUID.randomUUID() + "\"")
			.put("type", "Microsoft.Network/networkSecurityGroups/securityRules");
		ObjectNode kept = properties.deepCopy();
		kept.remove("provisioningState");
		rule.putObject("properties").put("provisioningState", provisioningState).setAll(kept);
		return rule;
	}

	// Azure's names differ in case only when somebody makes a mistake
	private static String key(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

}
