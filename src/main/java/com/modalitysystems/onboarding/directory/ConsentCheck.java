package com.modalitysystems.onboarding.directory;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.microsoft.graph.models.Organization;
import com.microsoft.graph.models.ServicePrincipal;
import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Consent.Outcome;
import com.modalitysystems.onboarding.customer.ConsentReturn;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Permission;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.http.TokenRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Looks at a customer's tenant with an app-only token: is our application let in, by this
 * very tenant, and with what permissions. Any doubt is {@link Outcome#notYet}.
 */
@Component
class ConsentCheck {

	private static final Logger logger = LoggerFactory.getLogger(ConsentCheck.class);

	private final EntraTokens tokens;

	private final Graph graph;

	private final Assignments assignments;

	private final Set<Permission> needed;

	private final Clock clock;

	ConsentCheck(EntraTokens tokens, Graph graph, Assignments assignments, ConsentSettings settings, Clock clock) {
		this.tokens = tokens;
		this.graph = graph;
		this.assignments = assignments;
		this.needed = settings.needed();
		this.clock = clock;
	}

	Consent of(Customer customer) {
		try {
			return withToken(customer, this.tokens.ofCustomer(customer.requireTenantId()));
		}
		catch (TokenRefused ex) {
			return withoutToken(customer, ex);
		}
	}

	private Consent withToken(Customer customer, String token) {
		boolean proven = organizationIs(customer.requireTenantId(), token);
		Optional<ServicePrincipal> ourselves = this.assignments.ourselves(token);
		Optional<String> id = ourselves.map(ServicePrincipal::getId);
		Reading reading = new Reading(id.flatMap((own) -> this.assignments.appRoles(token, own)), TokenRoles.of(token),
				id.filter((own) -> this.assignments.isSignInGranted(token, own)).isPresent());
		if (ourselves.map(ServicePrincipal::getAccountEnabled).filter((enabled) -> !enabled).isPresent()) {
			return consent(Outcome.blocked, reading);
		}
		return consent(outcome(customer, proven, reading), reading);
	}

	private Outcome outcome(Customer customer, boolean proven, Reading reading) {
		if (proven && !reading.missesAny(this.needed)) {
			return Outcome.verified;
		}
		if (reading.hasAny() && reading.surelyMissesAny(this.needed)) {
			return Outcome.incomplete;
		}
		return notGranted(customer);
	}

	private boolean organizationIs(TenantId tenant, String token) {
		Graph.Answer<List<Organization>> answer = this.graph.ask(token,
				(graph) -> graph.organization().get((request) -> {
					if (request.queryParameters != null) {
						request.queryParameters.select = new String[] { "id" };
					}
				}).getValue());
		if (answer.isForbidden()) {
			return false;
		}
		List<Organization> organizations = answer.value().orElseThrow(answer::failed);
		return organizations.size() == 1 && tenant.asText().equalsIgnoreCase(organizations.get(0).getId());
	}

	private Consent withoutToken(Customer customer, TokenRefused refused) {
		return switch (Aadsts.meaning(refused.aadsts())) {
			case notConsented -> consent(notGranted(customer), NOTHING_GRANTED);
			case blocked -> consent(Outcome.blocked, NOTHING_READ);
			default -> {
				logger.warn("{}: {}; taken as no consent yet", customer.reference(), refused.getMessage());
				yield consent(notGranted(customer), NOTHING_READ);
			}
		};
	}

	private static final Reading NOTHING_GRANTED = new Reading(Optional.of(Set.<UUID>of()), Optional.empty(), false);

	private static final Reading NOTHING_READ = new Reading(Optional.empty(), Optional.empty(), false);

	/** No consent: and if the administrator came back from elsewhere, that is why. */
	private static Outcome notGranted(Customer customer) {
		ConsentReturn returned = customer.consentReturn();
		boolean elsewhere = returned != null && returned.tenantId() != null
				&& !returned.tenantId().equals(customer.tenantId());
		return elsewhere ? Outcome.wrongTenant : Outcome.notYet;
	}

	private Consent consent(Outcome outcome, Reading reading) {
		return new Consent(outcome, reading.items(), this.clock.instant());
	}

}
