package com.modalitysystems.onboarding.directory;

import java.net.URI;
import java.util.Map;

import com.microsoft.kiota.authentication.AccessTokenProvider;
import com.microsoft.kiota.authentication.AllowedHostsValidator;
import org.jspecify.annotations.Nullable;

/** Hands a token that we hold to the Graph SDK, for one host only. */
class KnownToken implements AccessTokenProvider {

	private final String token;

	private final AllowedHostsValidator hosts;

	KnownToken(String token, String host) {
		this.token = token;
		this.hosts = new AllowedHostsValidator(host);
	}

	@Override
	public String getAuthorizationToken(URI uri, @Nullable Map<String, Object> context) {
		return this.hosts.isUrlHostValid(uri) ? this.token : "";
	}

	@Override
	public AllowedHostsValidator getAllowedHostsValidator() {
		return this.hosts;
	}

}
