package com.modalitysystems.onboarding.sandbox;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Microsoft Graph: what an application may learn of itself in a tenant. */
@Profile("sandbox")
@RestController
class SimulatedApplications {

	/** How many assignments a page holds; the real one decides as it likes. */
	private static final int PAGE = 6;

	private static final String ROOT = "/sandbox/graph/v1.0";

	/** The application id of Microsoft Graph, and of its service principal here. */
	static final UUID GRAPH = UUID.fromString("00000003-0000-0000-c000-000000000000");

	private final GraphCaller caller;

	private final GraphAnswers answers;

	private final Tenants tenants;

	private final SandboxSettings settings;

	private final Registrations registered;

	private final Clock clock;

	SimulatedApplications(GraphCaller caller, GraphAnswers answers, Tenants tenants, SandboxSettings settings,
			Registrations registered, Clock clock) {
		this.caller = caller;
		this.answers = answers;
		this.tenants = tenants;
		this.settings = settings;
		this.registered = registered;
		this.clock = clock;
	}

	@GetMapping(ROOT + "/servicePrincipals(appId='{appId}')")
	ObjectNode servicePrincipal(@PathVariable String appId,
			@RequestParam(name = "$select", required = false) @Nullable String select, HttpServletRequest request) {
		AccessToken token = this.caller.identify(request);
		// an application may always read itself, and nothing else
		if (!appId.equalsIgnoreCase(token.application().toString())) {
			throw GraphError.FORBIDDEN.refusal(this.clock);
		}
		ObjectNode principal = this.answers.object()
			.put("id", principal(token))
			.put("appId", token.application().toString())
			.put("displayName", name(token))
			.put("accountEnabled", true)
			.put("servicePrincipalType", "Application")
			.put("appOwnerOrganizationId", this.settings.homeTenant().toString());
		return this.answers.entity("servicePrincipals", principal, select);
	}

	@GetMapping(ROOT + "/applications(appId='{appId}')")
	ObjectNode registration(@PathVariable String appId,
			@RequestParam(name = "$select", required = false) @Nullable String select, HttpServletRequest request) {
		AccessToken token = this.caller.identify(request);
		if (!appId.equalsIgnoreCase(token.application().toString())) {
			throw GraphError.FORBIDDEN.refusal(this.clock);
		}
		// it is registered in our own tenant, and nowhere else
		SandboxSettings.Application registered = this.settings.application(appId)
			.filter(application -> token.tenant().equals(this.settings.homeTenant()))
			.orElseThrow(() -> GraphError.notFound(appId).refusal(this.clock));
		return this.answers.entity("applications", this.registered.describe(registered), select);
	}

	@GetMapping(ROOT + "/servicePrincipals/{id}/appRoleAssignments")
	ObjectNode assignments(@PathVariable String id,
			@RequestParam(name = "$select", required = false) @Nullable String select,
			@RequestParam(name = "$skiptoken", defaultValue = "0") int skip, HttpServletRequest request) {
		AccessToken token = readable(request);
		if (!id.equalsIgnoreCase(principal(token))) {
			throw GraphError.notFound(id).refusal(this.clock);
		}
		List<GraphPermission> granted = granted(token);
		List<ObjectNode> page = granted.stream().skip(skip).limit(PAGE).map(role -> assignment(token, role)).toList();
		ObjectNode answer = this.answers.list("appRoleAssignments", page, select);
		if (skip + PAGE < granted.size()) {
			answer.put("@odata.nextLink", this.settings.url() + "/graph/v1.0/servicePrincipals/" + id
					+ "/appRoleAssignments?$skiptoken=" + (skip + PAGE));
		}
		return answer;
	}

	private ObjectNode assignment(AccessToken token, GraphPermission role) {
		return this.answers.object()
			.put("id", AccessToken.servicePrincipal(token.tenant(), UUID.fromString(role.id())).toString())
			.put("appRoleId", role.id())
			.put("createdDateTime", this.clock.instant().toString())
			.put("principalDisplayName", name(token))
			.put("principalId", principal(token))
			.put("principalType", "ServicePrincipal")
			.put("resourceDisplayName", "Microsoft Graph")
			.put("resourceId", AccessToken.servicePrincipal(token.tenant(), GRAPH).toString());
	}

	@GetMapping(ROOT + "/oauth2PermissionGrants")
	ObjectNode grants(@RequestParam(name = "$filter", required = false) @Nullable String filter,
			HttpServletRequest request) {
		AccessToken token = readable(request);
		if (filter != null && !filter.equals("clientId eq '" + principal(token) + "'")) {
			return this.answers.list("oauth2PermissionGrants", List.of(), null);
		}
		return this.answers.list("oauth2PermissionGrants", delegated(token), null);
	}

	private Collection<ObjectNode> delegated(AccessToken token) {
		if (granted(token).isEmpty()) {
			return List.of();
		}
		return List.of(this.answers.object()
			.put("clientId", principal(token))
			.put("consentType", "AllPrincipals")
			.putNull("principalId")
			.put("resourceId", AccessToken.servicePrincipal(token.tenant(), GRAPH).toString())
			.put("scope", GraphPermission.userRead.graphName()));
	}

	/** The caller, whose tenant lets it read what it was assigned. */
	private AccessToken readable(HttpServletRequest request) {
		AccessToken token = this.caller.identify(request);
		if (!this.tenants.find(token.tenant()).filter(SimulatedTenant::readableAssignments).isPresent()) {
			throw GraphError.FORBIDDEN.refusal(this.clock);
		}
		return token;
	}

	private List<GraphPermission> granted(AccessToken token) {
		return this.tenants.find(token.tenant()).map(SimulatedTenant::granted).orElseGet(List::of);
	}

	private static String principal(AccessToken token) {
		return AccessToken.servicePrincipal(token.tenant(), token.application()).toString();
	}

	private String name(AccessToken token) {
		return this.settings.application(token.application().toString())
			.map(SandboxSettings.Application::name)
			.orElse("");
	}

	@RequestMapping("/sandbox/graph/**")
	ObjectNode unknown(HttpServletRequest request) {
		String segment = request.getRequestURI().substring(request.getRequestURI().lastIndexOf('/') + 1);
		throw new GraphError(HttpStatus.NOT_FOUND, "BadRequest",
				"Resource not found for the segment '" + segment + "'.")
			.refusal(this.clock);
	}

}
