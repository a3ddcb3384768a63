package com.modalitysystems.onboarding.settings;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.Resource;

/**
 * Reads the files of settings as Spring Boot does. Of a malformed one the parser would
 * quote the line, and what stands there may be a secret.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class DiscreetYaml extends YamlPropertySourceLoader {

	@Override
	public List<PropertySource<?>> load(String name, Resource resource) throws IOException {
		try {
			return super.load(name, resource);
		}
		catch (YAMLException ex) {
			// without the cause, which quotes
			throw new FileMalformed(resource.getDescription(), placeOf(ex));
		}
	}

	private static @Nullable String placeOf(YAMLException failure) {
		Mark mark = (failure instanceof MarkedYAMLException marked) ? marked.getProblemMark() : null;
		return (mark != null) ? "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) : null;
	}

}
