package com.modalitysystems.onboarding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Language;

import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** The files of sentences, as they are written. */
public final class Sentences {

	/** What customers read, in every language. */
	static final List<String> OF_CUSTOMERS = List.of("messages", "messages-intake", "messages-setup", "messages-mail");

	static final Path FOLDER = Path.of("src/main/resources");

	private Sentences() {
	}

	/** What customers read, by key. */
	public static Map<String, String> ofCustomers(Language language) {
		Map<String, String> all = new TreeMap<>();
		OF_CUSTOMERS.forEach(file -> all.putAll(of(file, language)));
		return all;
	}

	/** The files of what only staff, other systems or the script read, in English. */
	static List<String> ofOthers() {
		YamlPropertiesFactoryBean settings = new YamlPropertiesFactoryBean();
		settings.setResources(new ClassPathResource("application.yaml"));
		String files = Objects.requireNonNull(settings.getObject()).getProperty("spring.messages.basename");
		return Stream.of(files.split(",")).filter(file -> !OF_CUSTOMERS.contains(file)).toList();
	}

	static Map<String, String> of(String file, Language language) {
		Properties sentences = new Properties();
		try (var reader = Files.newBufferedReader(fileOf(file, language))) {
			sentences.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Map<String, String> byKey = new TreeMap<>();
		sentences.stringPropertyNames().forEach(key -> byKey.put(key, sentences.getProperty(key)));
		return byKey;
	}

	static Path fileOf(String file, Language language) {
		String ending = (language == Language.ENGLISH) ? "" : "_" + language.code();
		return FOLDER.resolve(file + ending + ".properties");
	}

}
