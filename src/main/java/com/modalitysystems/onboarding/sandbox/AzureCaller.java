package com.modalitysystems.onboarding.sandbox;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Checks who calls Azure Resource Manager, and what every call must carry. */
@Profile("sandbox")
@Component
class AzureCaller {

	private static final String BEARER = "Bearer ";

	/** Those of Microsoft.Network. */
	private static final Set<String> VERSIONS = Set.of("2023-02-01", "2023-04-01", "2023-05-01", "2023-06-01",
			"2023-09-01", "2023-11-01", "2024-01-01", "2024-03-01", "2024-05-01", "2024-07-01", "2024-10-01",
			"2025-01-01", "2025-03-01", "2025-05-01");

	private final AccessTokens tokens;

	private final SandboxSettings settings;

	AzureCaller(AccessTokens tokens, SandboxSettings settings) {
		this.tokens = tokens;
		this.settings = settings;
	}

	/** Refuse whoever may not change the network security group. */
	void check(HttpServletRequest request) {
		AccessToken token = token(request);
		checkVersion(request.getParameter("api-version"));
		boolean contributor = this.settings.application(token.application().toString())
			.filter(SandboxSettings.Application::azureContributor)
			.isPresent();
		if (!contributor) {
			throw new AzureError(HttpStatus.FORBIDDEN, "AuthorizationFailed", "The client '" + token.application()
					+ "' does not have authorization to perform action 'Microsoft.Network/networkSecurityGroups/*' over scope '"
					+ this.settings.securityGroup()
					+ "' or the scope is invalid. If access was recently granted, please refresh your credentials.")
				.refusal();
		}
	}

	private AccessToken token(HttpServletRequest request) {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
			throw AzureError
				.unauthenticated("AuthenticationFailed",
						"Authentication failed. The 'Authorization' header is missing.")
				.refusal();
		}
		AccessToken token = this.tokens.read(header.substring(BEARER.length()))
			.orElseThrow(() -> AzureError.unauthenticated("InvalidAuthenticationToken", "The access token is invalid.")
				.refusal());
		checkIssuer(token);
		return token;
	}

	private void checkIssuer(AccessToken token) {
		if (!token.audience().equals(SimulatedSignIn.AZURE)) {
			throw AzureError.unauthenticated("InvalidAuthenticationTokenAudience",
					"The access token has been obtained for wrong audience or resource '" + token.audience()
							+ "'. It should exactly match with one of the allowed audiences 'https://management.azure.com/'.")
				.refusal();
		}
		if (!token.tenant().equals(this.settings.homeTenant())) {
			throw AzureError
				.unauthenticated("InvalidAuthenticationTokenTenant",
						"The access token is from the wrong issuer 'https://sts.windows.net/" + token.tenant()
								+ "/'. It must match the tenant associated with this subscription.")
				.refusal();
		}
	}

	private static void checkVersion(@Nullable String version) {
		if (version == null || version.isEmpty()) {
			throw AzureError
				.badRequest("MissingApiVersionParameter",
						"The api-version query parameter (?api-version=) is required for all requests.")
				.refusal();
		}
		if (!VERSIONS.contains(version)) {
			throw AzureError
				.badRequest("InvalidApiVersionParameter",
						"The api-version '" + version + "' is invalid. The supported versions are '"
								+ String.join(",", VERSIONS) + "'.")
				.refusal();
		}
	}

}
