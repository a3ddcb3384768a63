package com.modalitysystems.onboarding.settings;

import java.util.Map;
import java.util.TreeMap;

/** As little as an installation must be told, all of it in order. */
final class Production {

	static final String LINK_SECRET = "cH8Fz0q1Lr7Xn4Vb2Kd9Ts6Wm3Gy5Jp8Qa1";

	private static final String GUID = "9a6c1f52-7d3e-4b80-a1c4-5e2f90d8b713";

	private Production() {
	}

	static Map<String, String> settings() {
		Map<String, String> settings = new TreeMap<>();
		settings.put("onboarding.public-url", "https://onboarding.contoso.com");
		settings.put("onboarding.link-secret", LINK_SECRET);
		settings.put("directory.entra.home-tenant", GUID);
		settings.put("directory.entra.client-id", GUID);
		settings.put("directory.entra.client-secret", "entra-Zq8.secret");
		settings.put("firewall.azure.tenant-id", GUID);
		settings.put("firewall.azure.client-id", GUID);
		settings.put("firewall.azure.client-secret", "azure-Vn3.secret");
		settings.put("firewall.azure.security-group", "/subscriptions/" + GUID
				+ "/resourceGroups/cvi-RG/providers/Microsoft.Network/networkSecurityGroups/cvi-nsg");
		settings.put("conference.pexip.base-url", "https://pexip.contoso.com");
		settings.put("conference.pexip.username", "onboarding");
		settings.put("conference.pexip.password", "pexip-Kd7.secret");
		settings.put("conference.pexip.connector-address", "teams.contoso.com");
		settings.put("conference.pexip.alias-domain", "contoso.com");
		settings.put("conference.pexip.instruction-host", "join.contoso.com");
		settings.put("conference.pexip.trusted-application-id", GUID);
		settings.put("mail.from", "onemeeting@contoso.com");
		settings.put("spring.mail.host", "smtp.contoso.com");
		settings.put("spring.datasource.url", "jdbc:postgresql://db.contoso.com/onboarding");
		settings.put("spring.datasource.username", "onboarding");
		settings.put("spring.datasource.password", "database-Bw5.secret");
		return settings;
	}

}
