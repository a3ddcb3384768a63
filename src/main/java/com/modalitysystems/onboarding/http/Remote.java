package com.modalitysystems.onboarding.http;

import java.net.URI;

/**
 * A system that we call.
 *
 * @param name how failures name it
 * @param baseUrl where it lives
 */
record Remote(String name, URI baseUrl) {

	/** Refuse an address that is not its own, but of a host that an answer led us to. */
	void checkOwn(URI uri) {
		if (!owns(uri)) {
			throw RemoteCallFailed.unreadable(this.name, "led to another host, which is not called");
		}
	}

	private boolean owns(URI uri) {
		return this.baseUrl.getScheme().equalsIgnoreCase(uri.getScheme())
				&& this.baseUrl.getHost().equalsIgnoreCase(uri.getHost()) && port(this.baseUrl) == port(uri);
	}

	private static int port(URI uri) {
		if (uri.getPort() >= 0) {
			return uri.getPort();
		}
		return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
	}

}
