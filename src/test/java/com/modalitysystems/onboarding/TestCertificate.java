package com.modalitysystems.onboarding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate that nobody knows, made for one test by the JDK's own tool. */
public final class TestCertificate {

	private static final String PASSWORD = "changeit";

	private final KeyStore store;

	private TestCertificate(KeyStore store) {
		this.store = store;
	}

	/**
	 * Make one.
	 * @param folder for its file
	 * @param host for whom it is
	 * @param days how long it is valid
	 */
	public static TestCertificate of(Path folder, String host, int days) throws Exception {
		Path file = folder.resolve(host + "-" + days + ".p12");
		Process tool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "test", "-keyalg", "EC", "-dname", "CN=" + host, "-ext", "SAN=dns:" + host,
				"-validity", String.valueOf(days), "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass",
				PASSWORD)
			.redirectErrorStream(true)
			.start();
		if (tool.waitFor() != 0) {
			throw new IOException(new String(tool.getInputStream().readAllBytes()));
		}
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream content = Files.newInputStream(file)) {
			store.load(content, PASSWORD.toCharArray());
		}
		return new TestCertificate(store);
	}

	/** For the server that it belongs to. */
	public SSLContext server() throws GeneralSecurityException {
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(this.store, PASSWORD.toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), null, null);
		return context;
	}

	/** For a client that trusts it, and no other. */
	public SSLContext client() throws GeneralSecurityException {
		KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
		try {
			trusted.load(null, null);
		}
		catch (IOException ex) {
			throw new GeneralSecurityException(ex);
		}
		trusted.setCertificateEntry("test", this.store.getCertificate("test"));
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(trusted);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		return context;
	}

}
