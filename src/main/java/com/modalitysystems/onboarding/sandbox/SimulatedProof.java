package com.modalitysystems.onboarding.sandbox;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.modalitysystems.onboarding.time.SettableClock;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Checks with what an application proves that it is itself: its secret, or an assertion
 * that it signed with the private key of its registered certificate.
 */
@Profile("sandbox")
@Component
class SimulatedProof {

	private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

	// of clocks that differ
	private static final long TOLERATED_SECONDS = 300;

	private final Registrations registrations;

	private final SandboxSettings settings;

	private final ObjectMapper json;

	private final SettableClock clock;

	SimulatedProof(Registrations registrations, SandboxSettings settings, ObjectMapper json, SettableClock clock) {
		this.registrations = registrations;
		this.settings = settings;
		this.json = json;
		this.clock = clock;
	}

	void check(HttpServletRequest request, SandboxSettings.Application application, SimulatedTenant issuer) {
		String assertion = request.getParameter("client_assertion");
		if (assertion != null) {
			checkAssertion(assertion, request.getParameter("client_assertion_type"), application, issuer);
			return;
		}
		String secret = request.getParameter("client_secret");
		if (secret == null) {
			throw refused(7000218,
					"The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
		}
		if (!secret.equals(application.secret())) {
			throw refused(7000215,
					"Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '"
							+ application.clientId() + "'.");
		}
	}

	private void checkAssertion(String text, String type, SandboxSettings.Application application,
			SimulatedTenant issuer) {
		if (!ASSERTION_TYPE.equals(type)) {
			throw EntraError.missingParameter("client_assertion_type").refusal(this.clock);
		}
		ClientAssertion assertion = ClientAssertion.of(text, this.json)
			.orElseThrow(() -> refused(50027, "JWT token is invalid or malformed."));
		X509Certificate certificate = this.registrations.certificate(application)
			.filter(assertion::names)
			.orElseThrow(() -> badSignature("The key was not found."));
		if (!assertion.isSignedBy(certificate)) {
			throw badSignature("The provided signature value did not match the expected signature value.");
		}
		Instant now = this.clock.instant();
		if (now.isAfter(certificate.getNotAfter().toInstant())) {
			throw badSignature("The key used is expired., Found key 'Start=" + certificate.getNotBefore().toInstant()
					+ ", End=" + certificate.getNotAfter().toInstant() + "'");
		}
		checkClaims(assertion, application.clientId().toString(), issuer);
	}

	private void checkClaims(ClientAssertion assertion, String clientId, SimulatedTenant issuer) {
		if (!audiences(issuer).contains(assertion.claims().path("aud").asText())) {
			throw refused(700023, "Client assertion audience claim does not match Realm issuer.");
		}
		if (!List.of("iss", "sub").stream().allMatch(name -> clientId.equals(assertion.claims().path(name).asText()))) {
			throw refused(700021, "Client assertion application identifier doesn't match 'client_id' parameter.");
		}
		// whoever signs asks the machine's clock; the clock that the sandbox moves is
		// another
		long now = this.clock.machine().instant().getEpochSecond();
		if (now < assertion.claims().path("nbf").asLong() - TOLERATED_SECONDS
				|| now > assertion.claims().path("exp").asLong() + TOLERATED_SECONDS) {
			throw refused(700024, "Client assertion is not within its valid time range. Current time: "
					+ Instant.ofEpochSecond(now) + ".");
		}
	}

	/** Whom an assertion may be for: as Microsoft documents it, and as discovery says. */
	private List<String> audiences(SimulatedTenant issuer) {
		String real = "https://" + issuer.cloud().loginHost() + "/" + issuer.id();
		return List.of(real + "/oauth2/v2.0/token", real + "/v2.0",
				this.settings.url() + "/login/" + issuer.id() + "/oauth2/v2.0/token");
	}

	private Refusal badSignature(String reason) {
		return refused(700027, "Client assertion contains an invalid signature. [Reason - " + reason + "]");
	}

	private Refusal refused(int code, String message) {
		return new EntraError(HttpStatus.UNAUTHORIZED, "invalid_client", code, message).refusal(this.clock);
	}

}
