package com.modalitysystems.onboarding.conference;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.TenantId;

/**
 * What a customer's place on Pexip is made of. Every name begins with the reference, so
 * that what an interrupted run left is found again and nothing of others is touched.
 *
 * @param customer whose place it is
 * @param settings what all places have in common
 */
record Blueprint(CustomerReference customer, PexipSettings settings) {

	/** One object of the place: what it is and what it is called. */
	record Part(Resource resource, String name) {
	}

	Part tenant() {
		return part(Resource.azure_tenant, "");
	}

	Part connector() {
		return part(Resource.teams_proxy, " connector");
	}

	Part reception() {
		return part(Resource.conference, " reception");
	}

	Part guests() {
		return part(Resource.gateway_routing_rule, " guests");
	}

	Part trusted() {
		return part(Resource.gateway_routing_rule, " trusted");
	}

	/** Whether a name is one of ours. */
	boolean isOurs(String name) {
		return lastFirst().stream().anyMatch((part) -> part.name().equals(name));
	}

	/** All of them, in the order in which they can be removed. */
	List<Part> lastFirst() {
		return List.of(trusted(), guests(), reception(), connector(), tenant());
	}

	/** Those that a place has by our settings, in the order in which they are made. */
	List<Part> firstToLast() {
		List<Part> always = List.of(tenant(), connector(), reception(), guests());
		return this.settings.dialling().trustRegistered()
				? Stream.concat(always.stream(), Stream.of(trusted())).toList() : always;
	}

	ObjectNode tenant(TenantId tenantId) {
		return object(tenant()).put("tenant_id", tenantId.asText());
	}

	ObjectNode connector(ResourceUri tenant) {
		return object(connector()).put("address", this.settings.connectorAddress())
			.put("port", this.settings.connectorPort())
			.put("azure_tenant", tenant.toString());
	}

	ObjectNode reception(ResourceUri connector, TenantKey key) {
		ObjectNode reception = tagged(reception()).put("service_type", "two_stage_dialing")
			.put("two_stage_dial_type", "teams")
			.put("teams_proxy", connector.toString())
			.put("post_match_string", this.settings.dialling().lookupMatch())
			.put("post_replace_string", key.in(this.settings.dialling().lookupReplacement()));
		reception.putArray("aliases").addObject().put("alias", key.toString());
		return reception;
	}

	ObjectNode guests(ResourceUri connector, TenantKey key, int priority) {
		return rule(guests(), connector, key).put("priority", priority)
			.put("match_incoming_only_if_registered", false)
			.put("treat_as_trusted", false);
	}

	ObjectNode trusted(ResourceUri connector, TenantKey key, int priority) {
		return rule(trusted(), connector, key).put("priority", priority)
			.put("match_incoming_only_if_registered", true)
			.put("treat_as_trusted", true);
	}

	private ObjectNode rule(Part part, ResourceUri connector, TenantKey key) {
		return tagged(part).put("match_string", this.settings.pattern(key))
			.put("replace_string", this.settings.dialling().ruleReplacement())
			.put("called_device_type", "teams_conference")
			.put("outgoing_protocol", "teams")
			// without it Pexip takes the connector of the location: another customer's
			// tenant
			.put("teams_proxy", connector.toString());
	}

	private ObjectNode tagged(Part part) {
		return object(part).put("tag", this.customer.value());
	}

	private ObjectNode object(Part part) {
		return JsonNodeFactory.instance.objectNode()
			.put("name", part.name())
			.put("description", "OneMeeting onboarding " + this.customer);
	}

	private Part part(Resource resource, String suffix) {
		return new Part(resource, this.customer + suffix);
	}

}
