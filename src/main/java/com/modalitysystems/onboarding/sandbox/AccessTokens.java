package com.modalitysystems.onboarding.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.modalitysystems.onboarding.time.SettableClock;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Issues and reads access tokens in the shape of Microsoft's. */
@Profile("sandbox")
@Component
class AccessTokens {

	static final Duration LIFETIME = Duration.ofSeconds(3599);

	private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

	// all nodes of a sandbox read each other's tokens, and none is worth anything
	// elsewhere
	private static final SecretKeySpec KEY = new SecretKeySpec("sandbox".getBytes(StandardCharsets.UTF_8),
			"HmacSHA256");

	// whoever holds tokens asks the machine's clock when they expire; the clock that the
	// sandbox moves is another
	private final Clock clock;

	private final ObjectMapper json;

	AccessTokens(SettableClock clock, ObjectMapper json) {
		this.clock = clock.machine();
		this.json = json;
	}

	String issue(AccessToken token) {
		ObjectNode header = this.json.createObjectNode().put("typ", "JWT").put("alg", "HS256").put("kid", "sandbox");
		String content = encode(header) + "." + encode(claims(token));
		return content + "." + sign(content);
	}

	private ObjectNode claims(AccessToken token) {
		long now = this.clock.instant().getEpochSecond();
		UUID principal = AccessToken.servicePrincipal(token.tenant(), token.application());
		ObjectNode claims = this.json.createObjectNode()
			.put("aud", token.audience())
			.put("iss", "https://sts.windows.net/" + token.tenant() + "/")
			.put("iat", now)
			.put("nbf", now)
			.put("exp", now + LIFETIME.toSeconds())
			.put("appid", token.application().toString())
			.put("idtyp", "app")
			.put("oid", principal.toString())
			.put("sub", principal.toString())
			.put("tid", token.tenant().toString())
			.put("uti", UUID.randomUUID().toString())
			.put("ver", "1.0");
		if (!token.roles().isEmpty()) {
			token.roles().forEach(claims.withArray("roles")::add);
		}
		return claims;
	}

	/** What a token says, when it is one of ours and has not expired. */
	Optional<AccessToken> read(String token) {
		String[] parts = token.split("\\.", -1);
		if (parts.length != 3 || !same(sign(parts[0] + "." + parts[1]), parts[2])) {
			return Optional.empty();
		}
		return decode(parts[1]).filter(claims -> claims.path("exp").asLong() > this.clock.instant().getEpochSecond())
			.map(AccessTokens::token);
	}

	private static AccessToken token(JsonNode claims) {
		List<String> roles = new ArrayList<>();
		claims.path("roles").forEach(role -> roles.add(role.asText()));
		return new AccessToken(claims.path("aud").asText(), UUID.fromString(claims.path("tid").asText()),
				UUID.fromString(claims.path("appid").asText()), roles);
	}

	private Optional<JsonNode> decode(String part) {
		try {
			return Optional
				.of(this.json.readTree(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8)));
		}
		catch (JsonProcessingException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static String encode(ObjectNode part) {
		return ENCODER.encodeToString(part.toString().getBytes(StandardCharsets.UTF_8));
	}

	private static String sign(String content) {
		try {
			Mac mac = Mac.getInstance(KEY.getAlgorithm());
			mac.init(KEY);
			return ENCODER.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has HmacSHA256", ex);
		}
	}

	private static boolean same(String one, String other) {
		return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
	}

}
