package com.modalitysystems.onboarding.directory;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.microsoft.graph.models.AppRoleAssignment;
import com.microsoft.graph.models.AppRoleAssignmentCollectionResponse;
import com.microsoft.graph.models.OAuth2PermissionGrant;
import com.microsoft.graph.models.ServicePrincipal;
import com.microsoft.graph.serviceprincipals.item.approleassignments.AppRoleAssignmentsRequestBuilder;
import com.modalitysystems.onboarding.customer.Permission;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What the customer's directory has on record as granted to our application. Reading it
 * needs a permission that customers are not asked for, so it is often forbidden.
 */
@Component
class Assignments {

	// a service principal of ours has about ten
	private static final int MOST_PAGES = 10;

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

	/** The ids of the application permissions, if they may be read, to their end. */
	Optional<Set<UUID>> appRoles(String token, String servicePrincipal) {
		Set<UUID> roles = new HashSet<>();
		AppRoleAssignmentCollectionResponse page = page(token, servicePrincipal, null);
		for (int pages = 1; page != null && page.getValue() != null && pages <= MOST_PAGES; pages++) {
			page.getValue().stream().map(AppRoleAssignment::getAppRoleId).forEach(roles::add);
			String next = page.getOdataNextLink();
			if (next == null) {
				return Optional.of(roles);
			}
			page = page(token, servicePrincipal, next);
		}
		// what was not read to its end proves nothing missing
		return Optional.empty();
	}

	/** A page; the client calls no other host, whatever leads to the next one. */
	private @Nullable AppRoleAssignmentCollectionResponse page(String token, String servicePrincipal,
			@Nullable String next) {
		return this.graph.ask(token, (graph) -> {
			AppRoleAssignmentsRequestBuilder assignments = graph.servicePrincipals()
				.byServicePrincipalId(servicePrincipal)
				.appRoleAssignments();
			return ((next != null) ? assignments.withUrl(next) : assignments).get();
		}).ifReadable().orElse(null);
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
