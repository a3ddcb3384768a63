package com.modalitysystems.onboarding.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.databind.JsonNode;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.core.JsonProcessingException;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Systems and channels that are called when something happens. Each takes only what it
 * understands, and the first only what is signed: id, time and body with HMAC-SHA256, as
 * Standard Webhooks has it.
 */
@Profile("sandbox")
@RestController
class SimulatedWebhooks {

	private static final long TOLERATED_SECONDS = 300;

	private static final String CARD = "application/vnd.microsoft.card.adaptive";

	private final SandboxSettings settings;

	private final ObjectMapper json;

	private final Clock clock;

	SimulatedWebhooks(SandboxSettings settings, ObjectMapper json, Clock clock) {
		this.settings = settings;
		this.json = json;
		this.clock = clock;
	}

	@PostMapping("/sandbox/webhooks/crm")
	ResponseEntity<Void> crm(@RequestHeader("webhook-id") String id, @RequestHeader("webhook-timestamp") long seconds,
			@RequestHeader("webhook-signature") String signatures, @RequestBody String body) {
		if (Math.abs(this.clock.instant().getEpochSecond() - seconds) > TOLERATED_SECONDS) {
			throw new Refusal(HttpStatus.UNAUTHORIZED, "The time is not now");
		}
		byte[] expected = bytes("v1," + signature(id + "." + seconds + "." + body));
		if (Stream.of(signatures.split(" "))
			.noneMatch((signature) -> MessageDigest.isEqual(expected, bytes(signature)))) {
			throw new Refusal(HttpStatus.UNAUTHORIZED, "The signature is not right");
		}
		demand(id.equals(read(body).path("id").asText()), "The id in the body is another");
		return ResponseEntity.noContent().build();
	}

	@PostMapping("/sandbox/webhooks/teams")
	ResponseEntity<Void> teams(@RequestBody String body) {
		JsonNode card = read(body).path("attachments").path(0);
		demand(CARD.equals(card.path("contentType").asText()), "There is no adaptive card");
		demand("AdaptiveCard".equals(card.path("content").path("type").asText()), "The card is none");
		return ResponseEntity.accepted().build();
	}

	@PostMapping("/sandbox/webhooks/slack")
	ResponseEntity<String> slack(@RequestBody String body) {
		if (!read(body).path("text").isTextual()) {
			throw new Refusal(HttpStatus.BAD_REQUEST, "no_text");
		}
		return ResponseEntity.ok("ok");
	}

	private JsonNode read(String body) {
		try {
			return this.json.readTree(body);
		}
		catch (JsonProcessingException ex) {
			throw new Refusal(HttpStatus.BAD_REQUEST, "invalid_payload");
		}
	}

	private static void demand(boolean fulfilled, String complaint) {
		if (!fulfilled) {
			throw new Refusal(HttpStatus.BAD_REQUEST, complaint);
		}
	}

	private String signature(String signed) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			String key = this.settings.webhookSecret().replaceFirst("^whsec_", "");
			mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
			return Base64.getEncoder().encodeToString(mac.doFinal(bytes(signed)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has HmacSHA256", ex);
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
