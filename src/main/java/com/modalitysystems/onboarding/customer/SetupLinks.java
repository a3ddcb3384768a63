package com.modalitysystems.onboarding.customer;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

/**
 * The link to a customer's set-up room: a random link id and its HMAC-SHA256, so that
 * letters can repeat it although no usable link lies in the database.
 */
@Component
public class SetupLinks {

	private static final int ID_LENGTH = 22;

	private final OnboardingSettings settings;

	SetupLinks(OnboardingSettings settings) {
		this.settings = settings;
	}

	/** The address of the room behind this link. */
	public URI to(LinkId link) {
		return URI.create(this.settings.publicUrl().toString().replaceAll("/+$", "") + "/setup/" + token(link));
	}

	/** The last part of that address. */
	public String token(LinkId link) {
		return link.value() + signature(link.value(), this.settings.linkSecret());
	}

	/**
	 * The link id of a token that we signed.
	 * @param token as it arrived
	 */
	public Optional<LinkId> read(String token) {
		if (token.length() <= ID_LENGTH) {
			return Optional.empty();
		}
		String id = token.substring(0, ID_LENGTH);
		String signature = token.substring(ID_LENGTH);
		return Stream.of(this.settings.linkSecret(), this.settings.previousLinkSecret())
			.filter(Objects::nonNull)
			.anyMatch(secret -> same(signature(id, secret), signature)) ? Optional.of(new LinkId(id))
					: Optional.empty();
	}

	private static String signature(String id, Secret secret) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			byte[] signature = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has HmacSHA256", ex);
		}
	}

	private static boolean same(String one, String other) {
		return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
	}

}
