package com.modalitysystems.onboarding.sandbox;

import org.jspecify.annotations.Nullable;

/** The Microsoft clouds a tenant may live in, and what discovery tells of each. */
enum Cloud {

	/** The public one. */
	worldwide("EU", null, "microsoftonline.com", "login.microsoftonline.com", "graph.microsoft.com"),
	/** The American government's community cloud, which is a part of the public one. */
	gcc("NA", "GCC", "microsoftonline.com", "login.microsoftonline.com", "graph.microsoft.com"),
	/** GCC High. */
	usGovernment("USGov", "DODCON", "microsoftonline.us", "login.microsoftonline.us", "graph.microsoft.us"),
	/** The American Department of Defense. */
	usDefense("USGov", "DOD", "microsoftonline.us", "login.microsoftonline.us", "dod-graph.microsoft.us"),
	/** China, operated by 21Vianet. */
	china("AS", null, "partner.microsoftonline.cn", "login.partner.microsoftonline.cn",
			"microsoftgraph.chinacloudapi.cn");

	private final String region;

	private final @Nullable String subRegion;

	private final String instance;

	private final String loginHost;

	private final String graphHost;

	Cloud(String region, @Nullable String subRegion, String instance, String loginHost, String graphHost) {
		this.region = region;
		this.subRegion = subRegion;
		this.instance = instance;
		this.loginHost = loginHost;
		this.graphHost = graphHost;
	}

	String region() {
		return this.region;
	}

	@Nullable String subRegion() {
		return this.subRegion;
	}

	String instance() {
		return this.instance;
	}

	String loginHost() {
		return this.loginHost;
	}

	String graphHost() {
		return this.graphHost;
	}

	/** Whether applications of the public cloud know this tenant. */
	public boolean isPublic() {
		return this == worldwide || this == gcc;
	}

}
