package com.modalitysystems.onboarding.setup;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.IssuedValues;
import com.modalitysystems.onboarding.customer.OnboardingSettings;
import com.modalitysystems.onboarding.customer.Secret;

import org.springframework.stereotype.Component;

/**
 * How a result of the script shows that it is genuine.
 * <p>
 * The script carries a key made from our link secret, the onboarding and the issued
 * values; nothing of it is stored, and new values make the script of before worthless. It
 * signs the words of its result, the minute and a random number with HMAC-SHA256. Each
 * signed text counts once. A report carries the whole signature, a pasted result code its
 * first 15 hexadecimal digits. This proves that a result is of this very script and
 * arrived unchanged. It proves no more, since whoever holds the script holds its key, as
 * whoever holds the link may say that the policy is in place.
 */
@Component
class ScriptKeys {

	/** How much of a signature a result code carries. */
	static final int SHORT = 15;

	private final OnboardingSettings settings;

	ScriptKeys(OnboardingSettings settings) {
		this.settings = settings;
	}

	/** The key that the customer's script signs with. */
	String keyOf(Customer customer) {
		return keyOf(customer, this.settings.linkSecret());
	}

	/**
	 * Whether the customer's script signed this; at least {@value #SHORT} digits of the
	 * signature must be there.
	 */
	boolean signed(Customer customer, ScriptReport report) {
		String signature = report.signature().toLowerCase(Locale.ROOT);
		return signature.length() >= SHORT && Stream.of(this.settings.linkSecret(), this.settings.previousLinkSecret())
			.filter(Objects::nonNull)
			.map(secret -> hmac(keyOf(customer, secret), report.result().signedText()))
			.anyMatch(right -> begins(right, signature));
	}

	private static boolean begins(String right, String signature) {
		String part = right.substring(0, Math.min(right.length(), signature.length()));
		return MessageDigest.isEqual(part.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
	}

	private static String keyOf(Customer customer, Secret secret) {
		IssuedValues issued = customer.requireIssued();
		return hmac(secret.reveal(),
				String.join("\n", SetupScript.FILE_NAME, customer.reference().value(),
						customer.requireTenantId().asText(), issued.tenantKey(), issued.instructionUri(),
						issued.trustedApplicationId()));
	}

	private static String hmac(String key, String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has HmacSHA256", ex);
		}
	}

}
