package com.modalitysystems.onboarding.http;

import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;

import com.fasterxml.jackson.databind.DeserializationFeature;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;

/**
 * Reads an answer as JSON, whatever it calls itself; one that is not JSON is a failure of
 * the other side, as a proxy's error page is.
 */
final class ReadableJson extends MappingJackson2HttpMessageConverter {

	private final String system;

	ReadableJson(String system) {
		super(Jackson2ObjectMapperBuilder.json()
			.featuresToDisable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.build());
		setSupportedMediaTypes(List.of(MediaType.APPLICATION_JSON, MediaType.ALL));
		this.system = system;
	}

	@Override
	public Object read(Type type, @Nullable Class<?> contextClass, HttpInputMessage message) throws IOException {
		try {
			return super.read(type, contextClass, message);
		}
		catch (HttpMessageConversionException ex) {
			throw RemoteCallFailed.unreadable(this.system, "answered with something that cannot be read");
		}
	}

}
