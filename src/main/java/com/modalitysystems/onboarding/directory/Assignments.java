package com.modalitysystems.onboarding.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import com.microsoft.graph.models.AppRoleAssignment;
import com.microsoft.graph.models.AppRoleAssignmentCollectionResponse;
import com.microsoft.graph.models.OAuth2PermissionGrant;
import com.microsoft.graph.models.ServicePrincipal;
import com.modalitysystems.onboarding.customer.Permission;

import org.springframework.stereotype.Component;

/**
 * What the customer's directory has on record as granted to our application. Reading it
 * needs a permission that customers are not asked for, so it is often forbidden.
 */
@Component
class Assignments {

	private final Graph graph;

	private final String clientId;

	Assignments(Graph graph, EntraSettings settings) {
		this.graph = graph;
		this.clientId = settings.clientId().toString();
	}

	/** Our application as it lives in the customer's tenant. */
	Optional<ServicePrincipal> ourselves(String token) {
		return this.graph.ask(token, (graph) -> graph.servicePrincipalsWithAppId(this.clientId).get()).ifReadable();
	}

	/** The ids of the application permissions, if they may be read. */
	Optional<Set<UUID>> appRoles(String token, String servicePrincipal) {
		return this.graph.ask(token,
				(graph) -> graph.servicePrincipals().byServicePrincipalId(servicePrincipal).appRoleAssignments().get())
			.ifReadable()
			// what was not read to its end proves nothing missing
			.filter((page) -> page.getOdataNextLink() == null)
			.map(AppRoleAssignmentCollectionResponse::getValue)
			.map((assignments) -> assignments.stream()
				.map(AppRoleAssignment::getAppRoleId)
				.collect(Collectors.toSet()));
	}

	/** Whether the delegated permission is on record for everybody in the tenant. */
	boolean isSignInGranted(String token, String servicePrincipal) {
		List<OAuth2PermissionGrant> grants = this.graph
			.ask(token, (graph) -> graph.oauth2PermissionGrants().get((request) -> {
				if (request.queryParameters != null) {
					request.queryParameters.filter = "clientId eq '" + servicePrincipal + "'";
				}
			}))
			.ifReadable()
			.map((page) -> page.getValue())
			.orElse(List.of());
		return grants.stream()
			.filter((grant) -> "AllPrincipals".equals(grant.getConsentType()) && grant.getScope() != null)
			.flatMap((grant) -> Arrays.stream(grant.getScope().split("\\s+")))
			.anyMatch(Permission.USER_READ.graphName()::equalsIgnoreCase);
	}

}
