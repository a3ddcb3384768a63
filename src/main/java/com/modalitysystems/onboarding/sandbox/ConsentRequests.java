package com.modalitysystems.onboarding.sandbox;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Checks what an application sends people to the consent page with. */
@Profile("sandbox")
@Component
class ConsentRequests {

	private final Tenants tenants;

	private final TenantLocator locator;

	private final SandboxSettings settings;

	ConsentRequests(Tenants tenants, TenantLocator locator, SandboxSettings settings) {
		this.tenants = tenants;
		this.locator = locator;
		this.settings = settings;
	}

	ConsentRequest check(String tenant, Map<String, String> parameters) {
		SandboxSettings.Application application = application(parameter(parameters, "client_id"), tenant);
		String redirectUri = parameter(parameters, "redirect_uri");
		if (!this.settings.redirectUris().contains(URI.create(redirectUri))) {
			EntraError error = EntraError.wrongRedirect(redirectUri, application.clientId());
			throw new ConsentRequest.Refused(error.code(), error.message());
		}
		String scope = parameter(parameters, "scope");
		if (!scope.equals(SimulatedSignIn.GRAPH + "/.default")) {
			throw new ConsentRequest.Refused(70011,
					"The provided value for the input parameter 'scope' is not valid. The scope '" + scope
							+ "' does not exist; application permissions need the scope '" + SimulatedSignIn.GRAPH
							+ "/.default'.");
		}
		return new ConsentRequest(tenant(tenant), application, scope, redirectUri, parameters.get("state"));
	}

	/** The organizations whose administrators may be in front of the page. */
	List<SimulatedTenant> mayAnswer() {
		return this.tenants.all()
			.stream()
			.filter(tenant -> tenant.cloud().isPublic() && !tenant.id().equals(this.settings.homeTenant())
					&& !tenant.id().equals(Seeds.CONSUMERS))
			.toList();
	}

	void requireTenant(UUID id) {
		if (mayAnswer().stream().noneMatch(tenant -> tenant.id().equals(id))) {
			throw new ConsentRequest.Refused(90002, "Tenant '" + id + "' not found.");
		}
	}

	private @Nullable SimulatedTenant tenant(String identifier) {
		if (identifier.equals("organizations")) {
			return null;
		}
		if (identifier.equals("common") || identifier.equals("consumers")) {
			throw new ConsentRequest.Refused(900144,
					"The endpoint '" + identifier + "' cannot be used here. Use the tenant's id, or 'organizations'.");
		}
		try {
			return this.locator.find(identifier);
		}
		catch (Refusal refusal) {
			EntraError error = EntraError.tenantNotFound(identifier);
			throw new ConsentRequest.Refused(error.code(), error.message());
		}
	}

	private SandboxSettings.Application application(String clientId, String tenant) {
		return this.settings.application(clientId)
			.filter(SandboxSettings.Application::multiTenant)
			.orElseThrow(() -> new ConsentRequest.Refused(700016,
					EntraError.unknownApplication(clientId, tenant).message()));
	}

	private static String parameter(Map<String, String> parameters, String name) {
		String value = parameters.get(name);
		if (!StringUtils.hasText(value)) {
			throw new ConsentRequest.Refused(900144, EntraError.missingParameter(name).message());
		}
		return value;
	}

}
