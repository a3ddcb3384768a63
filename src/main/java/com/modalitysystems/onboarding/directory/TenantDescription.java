package com.modalitysystems.onboarding.directory;

import java.util.Optional;

import com.microsoft.graph.models.TenantInformation;
import com.modalitysystems.onboarding.customer.Tenant;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.customer.TenantIdentifier;
import org.springframework.stereotype.Component;

/**
 * What Microsoft tells any organization of another one: its name and default domain.
 * Needs the permission {@code CrossTenantInformation.ReadBasic.All} in our own tenant.
 */
@Component
class TenantDescription {

	private final EntraTokens tokens;

	private final Graph graph;

	TenantDescription(EntraTokens tokens, Graph graph) {
		this.tokens = tokens;
		this.graph = graph;
	}

	/** The tenant; known by what it was asked for when Microsoft tells nothing of it. */
	Tenant of(TenantId id, TenantIdentifier asked) {
		Optional<TenantInformation> told = told(id);
		return new Tenant(id, told.map(TenantInformation::getDisplayName).orElse(asked.asText()),
				told.map(TenantInformation::getDefaultDomainName).orElse(asked.asText()));
	}

	private Optional<TenantInformation> told(TenantId id) {
		Graph.Answer<TenantInformation> answer = this.graph.ask(this.tokens.ofOurOwnTenant(),
				(graph) -> graph.tenantRelationships().findTenantInformationByTenantIdWithTenantId(id.asText()).get());
		if (answer.isForbidden()) {
			throw new PlatformFault("Graph.describesNoTenants", "Graph: refuses to describe tenants (" + answer.status()
					+ "); our application lacks CrossTenantInformation.ReadBasic.All in our own tenant");
		}
		// how Graph says that it knows no such tenant is not documented
		return (answer.status() == 400) ? Optional.empty()
				: answer.ifReadable().filter((told) -> id.asText().equalsIgnoreCase(told.getTenantId()));
	}

}
