package com.modalitysystems.onboarding.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A certificate made for one test, as an operator makes one: by the JDK's own tool.
 *
 * @param file the PKCS#12 file
 */
public record TestCertificate(Path file) {

	/** What opens every file. */
	public static final String PASSWORD = "the password";

	/** Good from yesterday on, for so many days. */
	public static TestCertificate in(Path folder, String name, int days) {
		return in(folder, name, "-keyalg", "RSA", "-keysize", "2048", "-startdate", "-1d", "-validity",
				String.valueOf(days + 1));
	}

	/** One that ended yesterday. */
	public static TestCertificate expiredIn(Path folder) {
		return in(folder, "expired", "-keyalg", "RSA", "-keysize", "2048", "-startdate", "-30d", "-validity", "29");
	}

	static TestCertificate in(Path folder, String name, String... options) {
		TestCertificate made = new TestCertificate(folder.resolve(name + ".p12"));
		return made.add(name, options);
	}

	/** Another key in the same file. */
	TestCertificate add(String alias, String... options) {
		List<String> command = new ArrayList<>(List.of("-genkeypair", "-alias", alias, "-dname",
				"CN=OneMeeting " + alias, "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore"));
		command.add(this.file.toString());
		command.addAll(List.of(options));
		keytool(command);
		return this;
	}

	private static void keytool(List<String> options) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
		command.addAll(options);
		try {
			Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
			String said = new String(keytool.getInputStream().readAllBytes());
			if (keytool.waitFor() != 0) {
				throw new IllegalStateException(said);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What is registered with the application. */
	public X509Certificate publicPart() {
		return (X509Certificate) entry().getCertificate();
	}

	/** What the application signs with. */
	public PrivateKey key() {
		return entry().getPrivateKey();
	}

	private KeyStore.PrivateKeyEntry entry() {
		try (InputStream content = Files.newInputStream(this.file)) {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(content, PASSWORD.toCharArray());
			return (KeyStore.PrivateKeyEntry) store.getEntry(store.aliases().nextElement(),
					new KeyStore.PasswordProtection(PASSWORD.toCharArray()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The public part as it is uploaded. */
	public String pem() {
		try {
			return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(publicPart().getEncoded())
					+ "\n-----END CERTIFICATE-----\n";
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
