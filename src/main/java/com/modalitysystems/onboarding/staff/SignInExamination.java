package com.modalitysystems.onboarding.staff;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.modalitysystems.onboarding.doctor.Examination;
import com.modalitysystems.onboarding.doctor.Finding;
import com.modalitysystems.onboarding.staff.StaffSettings.SignIn;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Can people sign in with the OpenID provider? */
@Component
@ConditionalOnProperty("staff.sign-in.issuer")
class SignInExamination implements Examination {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

	private final SignIn settings;

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

	SignInExamination(StaffSettings settings) {
		this.settings = Objects.requireNonNull(settings.signIn());
	}

	@Override
	public String subject() {
		return "Sign-in (OpenID)";
	}

	@Override
	public List<Finding> findings() {
		List<Finding> findings = new ArrayList<>();
		findings.add(secret(this.settings.clientSecret().reveal()));
		URI document = URI
			.create(this.settings.issuer().toString().replaceFirst("/+$", "") + "/.well-known/openid-configuration");
		try {
			HttpResponse<String> answer = this.client.send(HttpRequest.newBuilder(document).timeout(PATIENCE).build(),
					BodyHandlers.ofString());
			findings.addAll((answer.statusCode() == 200) ? judged(new ObjectMapper().readTree(answer.body()))
					: List.of(noProvider(document + " answers " + answer.statusCode())));
		}
		catch (JsonProcessingException ex) {
			findings.add(noProvider(document + " is no discovery document"));
		}
		catch (IOException ex) {
			findings.add(noProvider(document + " cannot be reached (" + ex.getClass().getSimpleName() + ")"));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			findings.add(noProvider(document + " cannot be reached (interrupted)"));
		}
		return findings;
	}

	private List<Finding> judged(JsonNode document) {
		String named = document.path("issuer").asText();
		// it is compared letter by letter at each sign-in, too
		if (!named.equals(this.settings.issuer().toString())) {
			return List.of(Finding.failed("the provider calls itself \"" + named + "\"",
					"Set staff.sign-in.issuer to exactly this, if it is the provider that you mean."));
		}
		List<String> missing = Stream.of("authorization_endpoint", "token_endpoint", "jwks_uri")
			.filter((name) -> document.path(name).asText().isBlank())
			.toList();
		return List.of(missing.isEmpty() ? Finding.ok(named + " answers, and says where people sign in")
				: Finding.failed("the provider does not say its " + String.join(", ", missing),
						"Choose a provider for sign-in with a code; see docs/sign-in.md."));
	}

	private static Finding secret(String secret) {
		if (secret.isBlank() || !secret.equals(secret.strip())) {
			return Finding.failed("the client secret is empty, or has spaces around it",
					"Set staff.sign-in.client-secret to the secret as the provider showed it.");
		}
		// Entra shows both side by side
		return ID.matcher(secret).matches()
				? Finding.warning("the client secret looks like the id of a secret",
						"If the provider is Entra, set staff.sign-in.client-secret to the secret's value.")
				: Finding.ok("there is a client secret; only a sign-in shows whether the provider takes it");
	}

	private static Finding noProvider(String what) {
		return Finding.failed(what, "Check staff.sign-in.issuer, and that this machine may call the provider.");
	}

}
