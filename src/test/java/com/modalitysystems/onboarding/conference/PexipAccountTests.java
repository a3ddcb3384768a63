package com.modalitysystems.onboarding.conference;

import com.modalitysystems.onboarding.customer.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PexipAccountTests {

	@ParameterizedTest
	@CsvSource({ "onboarding, secret, , ", "onboarding, secret, '', ' '", ", , client, KEY" })
	void oneWayToLogInIsEnough(String username, String password, String clientId, String key) {
		PexipAccount account = account(username, password, clientId, key);
		assertThat(account.isClient()).isEqualTo("client".equals(clientId));
	}

	@ParameterizedTest
	@CsvSource({ ", , , , username is missing", "'', '', '', '', username is missing",
			"onboarding, secret, client, KEY, one way to log in", "onboarding, secret, client, , one way to log in",
			"onboarding, , , KEY, one way to log in", "onboarding, , , , password is missing",
			", secret, , , username is missing", ", , client, , private-key is missing",
			", , , KEY, client-id is missing", ", , client, '-----BEGIN PRIVATE KEY-----', private-key must be",
			", , client, MEECAQAwEwYHKoZIzj0CAQ, private-key must be" })
	void whatIsMissingOrTooMuchIsNamed(String username, String password, String clientId, String key, String sentence) {
		assertThatIllegalArgumentException().isThrownBy(() -> account(username, password, clientId, key))
			.withMessageStartingWith("conference.pexip.")
			.withMessageContaining(sentence)
			.withNoCause();
	}

	@ParameterizedTest
	@ValueSource(strings = { """
			-----BEGIN PRIVATE KEY-----
			MIG2AgEAMBAGByqGSM49AgEGBSuBBAAiBIGeMIGbAgEBBDCUyaZ1iiVxDBMsWrxR
			yFPC3IsTX8swPtDUTKFjgyV9LkPbqkfsALdxCHBhZC0ZdlqhZANiAAQ1
			-----END PRIVATE KEY-----""", """
			-----BEGIN PRIVATE KEY-----
			MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
			-----END PRIVATE KEY-----""" })
	void aKeyOfAnotherKindIsRefusedAndNotQuoted(String key) {
		assertThatIllegalArgumentException().isThrownBy(() -> account(null, null, "client", key))
			.withMessageContaining("P-256")
			.withMessageNotContaining(key.lines().toList().get(1));
	}

	@Test
	void secretsDoNotPrint() {
		assertThat(Adapters.ACCOUNT.toString() + Adapters.CLIENT).contains("onboarding")
			.doesNotContain("secret")
			.doesNotContain("BEGIN");
	}

	private static PexipAccount account(String username, String password, String clientId, String key) {
		Secret privateKey = "KEY".equals(key) ? Adapters.key() : (key != null) ? new Secret(key) : null;
		return new PexipAccount(username, (password != null) ? new Secret(password) : null, clientId, privateKey, "");
	}

}
