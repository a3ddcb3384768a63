package com.modalitysystems.onboarding.conference;

/** A kind of object on Pexip; the names are those of its API. */
enum Resource {

	azure_tenant, teams_proxy, conference, conference_alias, gateway_routing_rule;

	static final String ROOT = "/api/admin/configuration/v1/";

	/** Where all objects of the kind are listed, and new ones are created. */
	String list() {
		return ROOT + name() + "/";
	}

}
