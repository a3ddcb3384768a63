package com.modalitysystems.onboarding.sandbox;

import java.time.Clock;
import java.util.List;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What a tenant lets an application do. */
@Profile("sandbox")
@Component
class Consents {

	private final Tenants tenants;

	private final SandboxSettings settings;

	private final Clock clock;

	Consents(Tenants tenants, SandboxSettings settings, Clock clock) {
		this.tenants = tenants;
		this.settings = settings;
		this.clock = clock;
	}

	/** The roles in Microsoft Graph that a token carries, or a refusal of any token. */
	List<String> roles(SimulatedTenant tenant, SandboxSettings.Application application) {
		if (tenant.id().equals(this.settings.homeTenant())) {
			return application.homeRoles();
		}
		if (!tenant.cloud().isPublic()) {
			throw EntraError.otherCloud(900382).refusal(this.clock);
		}
		if (!application.multiTenant()) {
			throw EntraError.unknownApplication(application.clientId().toString(), tenant.displayName())
				.refusal(this.clock);
		}
		return switch (tenant.consent()) {
			case none -> throw notConsented(tenant, application);
			case granted, incomplete -> tenant.granted().stream().map(GraphPermission::graphName).toList();
			case spreading -> spreading(tenant, application);
			case blocked -> throw blocked(tenant, application);
		};
	}

	/** No service principal at first, then one without permissions, then all is there. */
	private List<String> spreading(SimulatedTenant tenant, SandboxSettings.Application application) {
		int left = this.tenants.require(tenant.id(), Consents::lookedAt).looksLeft();
		if (left > 0) {
			throw notConsented(tenant, application);
		}
		return List.of();
	}

	private static SimulatedTenant lookedAt(SimulatedTenant tenant) {
		int left = tenant.looksLeft() - 1;
		ConsentState now = (left > 0) ? ConsentState.spreading : ConsentState.granted;
		return tenant.consenting(now, tenant.afterAccept(), left);
	}

	private Refusal notConsented(SimulatedTenant tenant, SandboxSettings.Application application) {
		return new EntraError(HttpStatus.UNAUTHORIZED, "invalid_client", 7000229,
				"The client application " + application.clientId() + " is missing service principal in the tenant "
						+ tenant.id() + ". See instructions here: https://go.microsoft.com/fwlink/?linkid=2225119")
			.refusal(this.clock);
	}

	private Refusal blocked(SimulatedTenant tenant, SandboxSettings.Application application) {
		EntraError error = switch (tenant.block()) {
			case disabled -> new EntraError(HttpStatus.UNAUTHORIZED, "unauthorized_client", 7000112,
					"Application '" + application.clientId() + "'(" + application.name() + ") is disabled.");
			case conditionalAccess -> new EntraError(HttpStatus.BAD_REQUEST, "invalid_grant", 53003,
					"Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.");
		};
		return error.refusal(this.clock);
	}

}
