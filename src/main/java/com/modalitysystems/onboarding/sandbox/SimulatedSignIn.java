package com.modalitysystems.onboarding.sandbox;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where an application gets its tokens from Microsoft Entra with a proof of its own. */
@Profile("sandbox")
@RestController
class SimulatedSignIn {

	static final String GRAPH = "https://graph.microsoft.com";

	static final String AZURE = "https://management.azure.com";

	private static final Set<String> NO_TENANT = Set.of("common", "organizations", "consumers");

	private static final String DEFAULT_SCOPE = "/.default";

	private final TenantLocator locator;

	private final Consents consents;

	private final AccessTokens tokens;

	private final SandboxSettings settings;

	private final SimulatedProof proof;

	private final Clock clock;

	SimulatedSignIn(TenantLocator locator, Consents consents, AccessTokens tokens, SandboxSettings settings,
			SimulatedProof proof, Clock clock) {
		this.locator = locator;
		this.consents = consents;
		this.tokens = tokens;
		this.settings = settings;
		this.proof = proof;
		this.clock = clock;
	}

	@PostMapping("/sandbox/login/{tenant}/oauth2/v2.0/token")
	ResponseEntity<Map<String, Object>> token(@PathVariable String tenant, HttpServletRequest request) {
		if (NO_TENANT.contains(tenant)) {
			throw refused(HttpStatus.BAD_REQUEST, "invalid_request", 50059,
					"No tenant-identifying information found in either the request or implied by any provided credentials.");
		}
		SimulatedTenant issuer = this.locator.find(tenant);
		checkGrant(parameter(request, "grant_type"));
		SandboxSettings.Application application = authenticate(request, issuer);
		String audience = audience(parameter(request, "scope"), issuer);
		List<String> roles = this.consents.roles(issuer, application);
		AccessToken token = new AccessToken(audience, issuer.id(), application.clientId(),
				audience.equals(GRAPH) ? roles : List.of());
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(Map.of("token_type", "Bearer", "expires_in", AccessTokens.LIFETIME.toSeconds(), "ext_expires_in",
					AccessTokens.LIFETIME.toSeconds(), "access_token", this.tokens.issue(token)));
	}

	private void checkGrant(String grant) {
		if (!grant.equals("client_credentials")) {
			throw refused(HttpStatus.BAD_REQUEST, "unsupported_grant_type", 70003,
					"The app requested an unsupported grant type '" + grant + "'.");
		}
	}

	private SandboxSettings.Application authenticate(HttpServletRequest request, SimulatedTenant issuer) {
		String clientId = parameter(request, "client_id");
		SandboxSettings.Application application = this.settings.application(clientId)
			.orElseThrow(() -> EntraError.unknownApplication(clientId, issuer.displayName()).refusal(this.clock));
		this.proof.check(request, application, issuer);
		return application;
	}

	private String audience(String scopes, SimulatedTenant issuer) {
		// libraries such as MSAL for Java name these beside the resource, and Entra
		// ignores them
		String scope = scopes.replaceAll(" (openid|profile|offline_access)(?= |$)", "");
		if (!scope.endsWith(DEFAULT_SCOPE) || scope.contains(" ")) {
			throw refused(HttpStatus.BAD_REQUEST, "invalid_scope", 1002012, "The provided value for scope " + scope
					+ " is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).");
		}
		// Microsoft knows the resource with and without a slash at its end
		String resource = scope.substring(0, scope.length() - DEFAULT_SCOPE.length()).replaceAll("/$", "");
		if (!resource.equals(GRAPH) && !resource.equals(AZURE)) {
			throw refused(HttpStatus.BAD_REQUEST, "invalid_resource", 500011, "The resource principal named " + resource
					+ " was not found in the tenant named " + issuer.displayName() + ".");
		}
		return resource;
	}

	private String parameter(HttpServletRequest request, String name) {
		boolean form = request.getContentType() != null
				&& MediaType.APPLICATION_FORM_URLENCODED.includes(MediaType.parseMediaType(request.getContentType()));
		String value = (form && request.getQueryString() == null) ? request.getParameter(name) : null;
		if (value == null || value.isEmpty()) {
			throw EntraError.missingParameter(name).refusal(this.clock);
		}
		return value;
	}

	private Refusal refused(HttpStatus status, String error, int code, String message) {
		return new EntraError(status, error, code, message).refusal(this.clock);
	}

}
