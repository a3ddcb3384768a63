package com.modalitysystems.onboarding.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.ContextResource;
import org.springframework.core.io.Resource;

/**
 * A drawing or a form under a name that does not tell where it was read from. The engine
 * compares deployments by these names; with the path of a jar or of a folder in them,
 * each change between the two would be a new version of every drawing.
 */
class NamedResource extends AbstractResource implements ContextResource {

	private static final Pattern FOLDER_AND_FILE = Pattern.compile("[^/]+/[^/]+$");

	private final Resource resource;

	NamedResource(Resource resource) {
		this.resource = resource;
	}

	@Override
	public String getPathWithinContext() {
		Matcher name = FOLDER_AND_FILE.matcher(getDescription());
		if (!name.find()) {
			throw new IllegalStateException(getDescription() + " lies in no folder");
		}
		return name.group();
	}

	@Override
	public @Nullable String getFilename() {
		return this.resource.getFilename();
	}

	@Override
	public String getDescription() {
		try {
			return this.resource.getURL().getPath();
		}
		catch (IOException ex) {
			throw new IllegalStateException("A resource of the class path has a URL", ex);
		}
	}

	@Override
	public InputStream getInputStream() throws IOException {
		return this.resource.getInputStream();
	}

}
