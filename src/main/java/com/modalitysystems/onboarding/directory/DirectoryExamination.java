package com.modalitysystems.onboarding.directory;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.modalitysystems.onboarding.customer.Tenant;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.doctor.Examination;
import com.modalitysystems.onboarding.doctor.Finding;
import com.modalitysystems.onboarding.http.HttpClients;
import com.modalitysystems.onboarding.http.RemoteCallFailed;

import org.springframework.stereotype.Component;

/** Whether Entra and Graph take us for who we are, and let us do what we need. */
@Component
class DirectoryExamination implements Examination {

	private final TenantId home;

	private final ConsentSettings consent;

	private final EntraTokens tokens;

	private final TenantDescription description;

	private final OurRegistration registration;

	private final HttpClients http;

	DirectoryExamination(EntraSettings settings, ConsentSettings consent, EntraTokens tokens,
			TenantDescription description, OurRegistration registration, HttpClients http) {
		this.home = settings.homeTenant();
		this.consent = consent;
		this.tokens = tokens;
		this.description = description;
		this.registration = registration;
		this.http = http;
	}

	@Override
	public String subject() {
		return "Directory (Entra, Graph)";
	}

	@Override
	public List<Finding> findings() {
		List<Finding> findings = new ArrayList<>();
		this.registration.certificate().ifPresent(findings::add);
		connector().ifPresent(findings::add);
		try {
			String token = this.tokens.ofOurOwnTenant();
			findings.add(Finding.ok("Entra issues a token for our own tenant"));
			findings.add(describes());
			findings.addAll(this.registration.findings(token));
		}
		catch (PlatformFault ex) {
			findings.add(Finding.failed(String.valueOf(ex.getMessage()), fix(ex)));
		}
		catch (RemoteCallFailed ex) {
			findings
				.add(Finding.failed(String.valueOf(ex.getMessage()), "Try again; if it stays, let this machine reach"
						+ " directory.entra.login-url and directory.entra.graph-url"));
		}
		return findings;
	}

	private Finding describes() {
		Tenant told = this.description.of(this.home, this.home);
		return told.displayName().equals(this.home.asText())
				? Finding.warning("Graph does not describe our own tenant", "Compare directory.entra.home-tenant")
				: Finding.ok("Graph describes tenants (ours: " + told.displayName() + ")");
	}

	/** The Teams Connector's page, where customers consent on it. */
	private Optional<Finding> connector() {
		return Optional.ofNullable(this.consent.connectorUrl())
			.filter((page) -> this.consent.via() == ConsentSettings.Via.connector)
			.map(this::connector);
	}

	private Finding connector(URI page) {
		try {
			this.http.to("Teams Connector", page).build().get().uri(page).retrieve().toBodilessEntity();
			return Finding.ok("the Teams Connector's consent page answers");
		}
		catch (RemoteCallFailed ex) {
			Integer status = ex.status();
			// it leads on to Microsoft's
			return (status != null && status >= 300 && status < 400)
					? Finding.ok("the Teams Connector's consent page answers")
					: Finding.warning(String.valueOf(ex.getMessage()),
							"Where only admitted addresses may reach it, that is as it should"
									+ " be; otherwise look at directory.consent.connector-url");
		}
	}

	private static String fix(PlatformFault fault) {
		return Aadsts.of(fault.aadsts()).map((known) -> switch (known) {
			case SECRET_WRONG, SECRET_EXPIRED, SECRET_MISSING ->
				"Make a new secret at the registration, and put its value into directory.entra.client-secret";
			case ASSERTION_SIGNATURE, CERTIFICATE_INVALID ->
				"Upload the public part of directory.entra.certificate to the registration, or make a new one";
			case ASSERTION_TIME -> "Set the clock of this machine";
			case ASSERTION_AUDIENCE -> "Look at directory.entra.login-url";
			case APPLICATION_NOT_FOUND, NO_SERVICE_PRINCIPAL, ASSERTION_APPLICATION ->
				"Compare directory.entra.client-id and directory.entra.home-tenant with the registration";
			case TENANT_NOT_FOUND, TENANT_MALFORMED, TENANT_EMPTY -> "Look at directory.entra.home-tenant";
			default -> "Look the number up at https://login.microsoftonline.com/error?code=" + fault.aadsts();
		})
			.orElse((fault.aadsts() == 0)
					? "Grant CrossTenantInformation.ReadBasic.All (application) to our application in our own tenant"
					: "Look the number up at https://login.microsoftonline.com/error?code=" + fault.aadsts());
	}

}
