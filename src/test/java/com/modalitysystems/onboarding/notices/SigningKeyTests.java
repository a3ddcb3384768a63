package com.modalitysystems.onboarding.notices;

import java.util.Base64;

import com.modalitysystems.onboarding.customer.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SigningKeyTests {

	private static final String EXAMPLE = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

	@Test
	void signsAsTheExampleOfStandardWebhooksHasIt() {
		SigningKey key = SigningKey.of(Secret.of("whsec_" + EXAMPLE));
		assertThat(key.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
			.isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
		assertThat(SigningKey.complaint(Secret.of("whsec_" + EXAMPLE))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { EXAMPLE, "whsec_", "whsec_c2hvcnQ=", "whsec_not/base64!" })
	void nothingElseIsAKey(String secret) {
		assertThat(SigningKey.complaint(Secret.of(secret)))
			.hasValue("must be whsec_ and 24 to 64 random bytes in base64");
	}

	@Test
	void aKeyIsNotTooLong() {
		String secret = "whsec_" + Base64.getEncoder().encodeToString(new byte[65]);
		assertThat(SigningKey.complaint(Secret.of(secret))).isPresent();
	}

}
