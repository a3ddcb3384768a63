package com.modalitysystems.onboarding.sandbox;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
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

/** Microsoft Graph: what it tells of tenants and the people in them. */
@Profile("sandbox")
@RestController
@RequestMapping("/sandbox/graph/v1.0")
class SimulatedGraph {

	private final GraphCaller caller;

	private final GraphAnswers answers;

	private final Tenants tenants;

	private final SandboxSettings settings;

	private final Clock clock;

	SimulatedGraph(GraphCaller caller, GraphAnswers answers, Tenants tenants, SandboxSettings settings, Clock clock) {
		this.caller = caller;
		this.answers = answers;
		this.tenants = tenants;
		this.settings = settings;
		this.clock = clock;
	}

	@GetMapping("/tenantRelationships/findTenantInformationByTenantId(tenantId='{id}')")
	ObjectNode findById(@PathVariable String id, HttpServletRequest request) {
		requireHome(request);
		return describe(parse(id).flatMap(this.tenants::find), id);
	}

	@GetMapping("/tenantRelationships/findTenantInformationByDomainName(domainName='{domain}')")
	ObjectNode findByDomain(@PathVariable String domain, HttpServletRequest request) {
		requireHome(request);
		return describe(this.tenants.findByDomain(domain), domain);
	}

	private void requireHome(HttpServletRequest request) {
		AccessToken token = this.caller.require(request, "CrossTenantInformation.ReadBasic.All");
		if (!token.tenant().equals(this.settings.homeTenant())) {
			throw GraphError.FORBIDDEN.refusal(this.clock);
		}
	}

	private Optional<UUID> parse(String id) {
		try {
			return Optional.of(UUID.fromString(id));
		}
		catch (IllegalArgumentException ex) {
			throw GraphError.badRequest("Invalid GUID:" + id).refusal(this.clock);
		}
	}

	private ObjectNode describe(Optional<SimulatedTenant> found, String asked) {
		SimulatedTenant tenant = found.filter(candidate -> candidate.cloud().isPublic())
			.orElseThrow(() -> new GraphError(HttpStatus.NOT_FOUND, "Directory_ObjectNotFound",
					"Unable to read the company information from the directory. No tenant was found for '" + asked
							+ "'.")
				.refusal(this.clock));
		ObjectNode information = this.answers.object()
			.put("tenantId", tenant.id().toString())
			.putNull("federationBrandName")
			.put("displayName", tenant.displayName())
			.put("defaultDomainName", tenant.defaultDomain());
		return this.answers.entity("tenantInformation", information, null);
	}

	@GetMapping("/organization")
	ObjectNode organization(@RequestParam(name = "$select", required = false) @Nullable String select,
			HttpServletRequest request) {
		SimulatedTenant tenant = tenantOf(this.caller.require(request, "User.Read.All"));
		ObjectNode organization = this.answers.object()
			.put("id", tenant.id().toString())
			.put("displayName", tenant.displayName())
			.put("tenantType", "AAD")
			.put("countryLetterCode", "GB");
		tenant.domains().forEach(domain -> organization.withArray("verifiedDomains").add(domain(tenant, domain)));
		return this.answers.list("organization", List.of(organization), select);
	}

	private ObjectNode domain(SimulatedTenant tenant, String domain) {
		return this.answers.object()
			.put("capabilities", "Email, OfficeCommunicationsOnline")
			.put("isDefault", domain.equals(tenant.defaultDomain()))
			.put("isInitial", domain.endsWith(".onmicrosoft.com"))
			.put("name", domain)
			.put("type", "Managed");
	}

	@GetMapping("/users")
	ObjectNode users(@RequestParam(name = "$select", required = false) @Nullable String select,
			@RequestParam(name = "$top", defaultValue = "100") int top, HttpServletRequest request) {
		SimulatedTenant tenant = tenantOf(this.caller.require(request, "User.Read.All"));
		if (top < 1 || top > 999) {
			throw GraphError.badRequest("Invalid page size specified: '" + top + "'. Must be between 1 and 999.")
				.refusal(this.clock);
		}
		ObjectNode user = this.answers.object()
			.put("id", AccessToken.servicePrincipal(tenant.id(), tenant.id()).toString())
			.put("displayName", "Global Administrator")
			.put("userPrincipalName", "admin@" + tenant.defaultDomain());
		return this.answers.list("users", List.of(user), select);
	}

	private SimulatedTenant tenantOf(AccessToken token) {
		return this.tenants.find(token.tenant()).orElseThrow(() -> GraphError.BAD_TOKEN.refusal(this.clock));
	}

}
