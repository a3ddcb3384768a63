package com.modalitysystems.onboarding.sandbox;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;

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
 * The certificates that are registered with our applications, one each, uploaded as PEM.
 */
@Profile("sandbox")
@RestController
@RequestMapping("/sandbox/applications/{clientId}/certificate")
class Registrations {

	private static final String KIND = "certificate";

	private final World world;

	private final ObjectMapper json;

	private final SandboxSettings settings;

	Registrations(World world, ObjectMapper json, SandboxSettings settings) {
		this.world = world;
		this.json = json;
		this.settings = settings;
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

	private static X509Certificate read(String pem) throws CertificateException {
		return (X509Certificate) CertificateFactory.getInstance("X.509")
			.generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
	}

}
