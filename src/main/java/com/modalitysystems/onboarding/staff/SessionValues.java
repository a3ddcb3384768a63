package com.modalitysystems.onboarding.staff;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ConfigurableObjectInputStream;
import org.springframework.core.convert.converter.Converter;

/**
 * Reads what a session holds from the database. Only what Camunda and a sign-in under way
 * keep there is read; what cannot be read, since a node of another version wrote it,
 * counts as not there, and whoever it was about signs in again.
 */
class SessionValues implements Converter<byte[], Object> {

	private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config
		.createFilter("maxbytes=1000000;maxdepth=20;java.lang.*;java.util.*;org.camunda.bpm.webapp.impl.security.**;"
				+ "org.springframework.security.oauth2.core.**;!*");

	@Override
	public @Nullable Object convert(byte[] bytes) {
		try (ObjectInputStream in = new ConfigurableObjectInputStream(new ByteArrayInputStream(bytes),
				getClass().getClassLoader())) {
			in.setObjectInputFilter(KNOWN);
			return in.readObject();
		}
		catch (IOException | ClassNotFoundException ex) {
			return null;
		}
	}

}
