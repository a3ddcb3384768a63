package com.modalitysystems.onboarding.sandbox;

/** The kinds of objects that the Pexip management node keeps, named as in its paths. */
enum PexipResource {

	/** A Teams tenant. */
	azure_tenant,
	/** A connection of a tenant to the Teams Connector. */
	teams_proxy,
	/** A virtual reception or meeting room. */
	conference,
	/** An address that is dialled. */
	conference_alias,
	/** Where a call goes. */
	gateway_routing_rule;

	static final String ROOT = "/api/admin/configuration/v1/";

	/** What the database calls it. */
	String kind() {
		return "pexip/" + name();
	}

	String uri(long id) {
		return ROOT + name() + "/" + id + "/";
	}

}
