package com.modalitysystems.onboarding.directory;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.microsoft.graph.models.Application;
import com.microsoft.graph.models.PasswordCredential;
import com.microsoft.graph.models.RequiredResourceAccess;
import com.microsoft.graph.models.ResourceAccess;
import com.microsoft.graph.models.WebApplication;
import com.modalitysystems.onboarding.customer.Permission;
import com.modalitysystems.onboarding.customer.Secret;
import com.modalitysystems.onboarding.doctor.Finding;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Our application as it is registered in our own tenant. An application may read itself
 * without any permission.
 */
@Component
class OurRegistration {

	private static final String GRAPH = "00000003-0000-0000-c000-000000000000";

	private static final Set<String> FOR_MANY_TENANTS = Set.of("AzureADMultipleOrgs",
			"AzureADandPersonalMicrosoftAccount");

	private final EntraSettings settings;

	private final ConsentSettings consent;

	private final ConsentPage page;

	private final Graph graph;

	private final Clock clock;

	OurRegistration(EntraSettings settings, ConsentSettings consent, ConsentPage page, Graph graph, Clock clock) {
		this.settings = settings;
		this.consent = consent;
		this.page = page;
		this.graph = graph;
		this.clock = clock;
	}

	/** How long our certificate is good, if we have one. */
	Optional<Finding> certificate() {
		return this.settings.credentials().proof().certificate().map(this::certificate);
	}

	private Finding certificate(X509Certificate certificate) {
		Instant from = certificate.getNotBefore().toInstant();
		return from.isAfter(this.clock.instant())
				? Finding.failed("our certificate is good from " + Expiry.day(from) + " on only",
						"Wait, or look at the clock of this machine")
				: new Expiry("our certificate", certificate.getNotAfter().toInstant(), "directory.entra.certificate")
					.at(this.clock.instant());
	}

	/** What the registration says, as far as it matters to customers. */
	List<Finding> findings(String token) {
		Optional<Application> registered = this.graph
			.ask(token, (graph) -> graph.applicationsWithAppId(this.settings.clientId().toString()).get())
			.ifReadable();
		return registered
			.map((application) -> Stream
				.of(forManyTenants(application), redirect(application), permissions(application), secret(application))
				.flatMap(Optional::stream)
				.toList())
			.orElseGet(() -> List.of(Finding.warning("our registration cannot be read",
					"See in the Entra admin center that it is for any organization and lists "
							+ this.page.callback())));
	}

	private static Optional<Finding> forManyTenants(Application application) {
		String audience = application.getSignInAudience();
		return Optional.of((audience != null && FOR_MANY_TENANTS.contains(audience))
				? Finding.ok("our application is for many tenants")
				: Finding.failed("our application is for one tenant only",
						"Change its supported account types to accounts in any organizational directory"));
	}

	private Optional<Finding> redirect(Application application) {
		if (!this.page.leadsBack()) {
			return Optional.empty();
		}
		String callback = this.page.callback().toString();
		return Optional.of(Optional.ofNullable(application.getWeb())
			.map(WebApplication::getRedirectUris)
			.filter((registered) -> registered.contains(callback))
			.map((registered) -> Finding.ok("Microsoft may lead back to " + callback))
			.orElseGet(() -> Finding.failed("Microsoft may not lead back to " + callback,
					"Add it to the registration as a redirect URI of the platform Web; it follows from onboarding.public-url")));
	}

	/** What customers are asked for is what the registration lists. */
	private Optional<Finding> permissions(Application application) {
		Set<UUID> listed = some(application.getRequiredResourceAccess())
			.filter((resource) -> GRAPH.equals(resource.getResourceAppId()))
			.map(RequiredResourceAccess::getResourceAccess)
			.flatMap(OurRegistration::some)
			.map(ResourceAccess::getId)
			.collect(Collectors.toSet());
		String lacking = names(this.consent.needed(), listed);
		String unlisted = names(EnumSet.allOf(Permission.class), listed);
		if (!lacking.isEmpty()) {
			return Optional.of(Finding.failed("the registration does not ask for " + lacking,
					"Add it under API permissions: customers consent to what stands there"));
		}
		return Optional.of(unlisted.isEmpty() ? Finding.ok("the registration asks for all permissions")
				: Finding.warning("the registration does not ask for " + unlisted,
						"Customers read in their set-up room that it does; add it under API permissions"));
	}

	private static String names(Set<Permission> wanted, Set<UUID> listed) {
		return wanted.stream()
			.filter((permission) -> !listed.contains(permission.id()))
			.map(Permission::graphName)
			.sorted()
			.collect(Collectors.joining(", "));
	}

	/** Entra tells the first letters of each secret, by which ours is known. */
	private Optional<Finding> secret(Application application) {
		Secret ours = this.settings.clientSecret();
		return some(application.getPasswordCredentials())
			.filter((known) -> ours != null && known.getHint() != null && ours.reveal().startsWith(known.getHint()))
			.map(PasswordCredential::getEndDateTime)
			.filter(Objects::nonNull)
			.map(OffsetDateTime::toInstant)
			.max(Instant::compareTo)
			.map((end) -> new Expiry("our client secret", end, "directory.entra.client-secret")
				.at(this.clock.instant()));
	}

	private static <T> Stream<T> some(@Nullable Collection<T> values) {
		return (values != null) ? values.stream() : Stream.empty();
	}

}
