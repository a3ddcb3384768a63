package com.modalitysystems.onboarding.sandbox;

import java.util.Arrays;
import java.util.Optional;

/** The simulated services, by the first part of their path under the sandbox. */
enum Target {

	/** Sign-in and consent of Microsoft Entra. */
	login,
	/** Microsoft Graph. */
	graph,
	/** Azure Resource Manager. */
	azure,
	/** The API of the Pexip management node. */
	pexip,
	/** Systems and channels that are called when something happens. */
	webhooks,
	/** The mail server, which is not spoken to over HTTP. */
	smtp;

	private static final String ROOT = "/sandbox/";

	String root() {
		return ROOT + name();
	}

	/** Which service a path belongs to, if any. */
	static Optional<Target> of(String path) {
		return Arrays.stream(values())
			.filter(target -> target != smtp && (path.equals(target.root()) || path.startsWith(target.root() + "/")))
			.findFirst();
	}

}
