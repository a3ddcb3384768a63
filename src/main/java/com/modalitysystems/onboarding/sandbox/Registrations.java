package com.modalitysystems.onboarding.sandbox;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * What is registered of our applications: a certificate each, uploaded as PEM, and how
 * Microsoft Graph describes them.
 */
@Profile("sandbox")
@RestController
@RequestMapping("/sandbox/applications/{clientId}/certificate")
class Registrations {

	private static final String KIND = "certificate";

	private static final Duration SECRET_LIFETIME = Duration.ofDays(180);

	private final World world;

	private final ObjectMapper json;

	private final SandboxSettings settings;

	private final Clock clock;

	Registrations(World world, ObjectMapper json, SandboxSettings settings, Clock clock) {
		this.world = world;
		this.json = json;
		this.settings = settings;
		this.clock = clock;
	}

	@PutMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void register(@PathVariable UUID clientId, @RequestBody String pem) {
		if (this.settings.application(clientId.toString()).isEmpty()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		try {
			read(pem);
		}
		catch (CertificateException ex) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "This is no certificate", ex);
		}
		this.world.put(KIND, clientId.toString(), this.json.createObjectNode().put("pem", pem));
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void remove(@PathVariable UUID clientId) {
		this.world.remove(KIND, clientId.toString());
	}

	Optional<X509Certificate> certificate(SandboxSettings.Application application) {
		return this.world.find(KIND, application.clientId().toString()).map(kept -> {
			try {
				return read(kept.path("pem").asText());
			}
			catch (CertificateException ex) {
				throw new IllegalStateException("It could be read when it was registered", ex);
			}
		});
	}

	/** The application, as Microsoft Graph describes it. */
	ObjectNode describe(SandboxSettings.Application application) {
		ObjectNode described = this.json.createObjectNode()
			.put("id", UUID.nameUUIDFromBytes(application.name().getBytes(StandardCharsets.UTF_8)).toString())
			.put("appId", application.clientId().toString())
			.put("displayName", application.name())
			.put("signInAudience", application.multiTenant() ? "AzureADMultipleOrgs" : "AzureADMyOrg");
		this.settings.redirectUris()
			.forEach(uri -> described.withObject("/web").withArray("redirectUris").add(uri.toString()));
		described.withArray("passwordCredentials")
			.addObject()
			.put("hint", application.secret().substring(0, 3))
			.put("endDateTime", this.clock.instant().plus(SECRET_LIFETIME).toString())
			.putNull("secretText");
		ObjectNode access = described.withArray("requiredResourceAccess").addObject();
		access.put("resourceAppId", SimulatedApplications.GRAPH.toString());
		Stream.of(GraphPermission.values())
			.forEach(permission -> access.withArray("resourceAccess")
				.addObject()
				.put("id", permission.id())
				.put("type", (permission == GraphPermission.userRead) ? "Scope" : "Role"));
		return described;
	}

	private static X509Certificate read(String pem) throws CertificateException {
		return (X509Certificate) CertificateFactory.getInstance("X.509")
			.generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
	}

}
