package com.modalitysystems.onboarding.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.util.Collections;
import java.util.List;

/**
 * A file in the format PKCS#12 ({@code .p12}, {@code .pfx}).
 *
 * @param setting which names it
 * @param file where it lies
 */
record Pkcs12(String setting, Path file) {

	ClientCertificate read(String password) {
		if (!Files.isReadable(this.file) || Files.isDirectory(this.file)) {
			throw refused("leads to no file that can be read");
		}
		try (InputStream content = Files.newInputStream(this.file)) {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(content, password.toCharArray());
			return theOnlyKey(store, password);
		}
		catch (IOException | GeneralSecurityException ex) {
			// no cause: what a parser complains of may quote the file
			throw refused("is not PKCS#12, or is not opened by " + this.setting + "-password");
		}
	}

	private ClientCertificate theOnlyKey(KeyStore store, String password) throws GeneralSecurityException {
		List<String> keys = Collections.list(store.aliases());
		keys.removeIf((alias) -> !isKey(store, alias));
		if (keys.size() != 1) {
			throw refused("holds " + keys.size() + " private keys, and not one");
		}
		if (!(store.getKey(keys.get(0), password.toCharArray()) instanceof RSAPrivateKey key)
				|| !(store.getCertificate(keys.get(0)) instanceof X509Certificate certificate)) {
			throw refused("holds a key that is not RSA, which Microsoft Entra does not take");
		}
		return new ClientCertificate((PrivateKey) key, certificate);
	}

	private static boolean isKey(KeyStore store, String alias) {
		try {
			return store.isKeyEntry(alias);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The key store was loaded", ex);
		}
	}

	private IllegalArgumentException refused(String why) {
		return new IllegalArgumentException(this.setting + " " + why);
	}

}
