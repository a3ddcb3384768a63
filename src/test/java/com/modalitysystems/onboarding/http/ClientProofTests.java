package com.modalitysystems.onboarding.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ClientProofTests {

	@TempDir
	private static Path folder;

	private static TestCertificate good;

	@BeforeAll
	static void makeACertificate() {
		good = TestCertificate.in(folder, "good", 90);
	}

	@Test
	void aSecretIsAProof() {
		ClientProof proof = ClientProof.of("directory.entra", "the secret", null, null);
		assertThat(proof).isEqualTo(new ClientSecret("the secret"));
		assertThat(proof.certificate()).isEmpty();
	}

	@Test
	void aCertificateIsAProof() {
		ClientProof proof = ClientProof.of("directory.entra", "", good.file(), TestCertificate.PASSWORD);
		assertThat(proof.certificate()).contains(good.publicPart());
		assertThat(((ClientCertificate) proof).key().getAlgorithm()).isEqualTo("RSA");
	}

	@Test
	void theSameFileIsTheSameProof() {
		ClientProof once = ClientProof.of("directory.entra", null, good.file(), TestCertificate.PASSWORD);
		assertThat(ClientProof.of("directory.entra", null, good.file(), TestCertificate.PASSWORD)).isEqualTo(once)
			.hasSameHashCodeAs(once);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " " })
	void withoutEitherBothAreNamed(String nothing) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ClientProof.of("directory.entra", nothing, Path.of(""), null))
			.withMessageContaining("directory.entra.client-secret")
			.withMessageContaining("directory.entra.certificate");
	}

	@Test
	void bothAtOnceAreOneTooMany() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ClientProof.of("firewall.azure", "the secret", good.file(), TestCertificate.PASSWORD))
			.withMessageContaining("firewall.azure.client-secret")
			.withMessageContaining("leave one of them out")
			.withMessageNotContaining("the secret");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "another password" })
	void aFileIsOpenedByItsPasswordOnly(String password) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ClientProof.of("directory.entra", null, good.file(), password))
			.withMessageStartingWith("directory.entra.certificate ")
			.withMessageContaining("directory.entra.certificate-password")
			.withMessageNotContaining("another password")
			.withNoCause();
	}

	@Test
	void aFileThatIsNotThereIsNamed() {
		assertRefused(folder.resolve("missing.p12"), "leads to no file that can be read");
		assertRefused(folder, "leads to no file that can be read");
	}

	@Test
	void aFileOfAnotherFormatIsRefused() throws IOException {
		assertRefused(Files.writeString(folder.resolve("text.p12"), good.pem()), "is not PKCS#12");
	}

	@Test
	void aKeyThatIsNotRsaIsRefused() {
		TestCertificate elliptic = TestCertificate.in(folder, "elliptic", "-keyalg", "EC");
		assertRefused(elliptic.file(), "not RSA");
	}

	@Test
	void aFileWithTwoKeysIsRefused() {
		TestCertificate two = TestCertificate.in(folder, "two", 90).add("second", "-keyalg", "RSA");
		assertRefused(two.file(), "holds 2 private keys, and not one");
	}

	@Test
	void aProofDoesNotPrint() {
		ClientProof certificate = ClientProof.of("directory.entra", null, good.file(), TestCertificate.PASSWORD);
		assertThat(certificate.toString()).matches("certificate [0-9a-f]+");
		assertThat(ClientProof.of("directory.entra", "the secret", null, null).toString()).isEqualTo("********");
	}

	private static void assertRefused(Path file, String why) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ClientProof.of("directory.entra", null, file, TestCertificate.PASSWORD))
			.withMessageStartingWith("directory.entra.certificate ")
			.withMessageContaining(why);
	}

}
