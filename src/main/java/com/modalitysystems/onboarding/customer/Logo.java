package com.modalitysystems.onboarding.customer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/**
 * The picture before the name of the service.
 *
 * @param content the file
 * @param type its media type
 */
public record Logo(Resource content, String type) {

	// each page loads it
	private static final int LARGEST = 20 * 1024;

	private static final byte[] PNG = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

	/** Read the file, which was looked at when the settings were. */
	public static Logo read(Path file) throws IOException {
		byte[] content = Files.readAllBytes(file);
		return new Logo(new ByteArrayResource(content), isPng(content) ? "image/png" : "image/svg+xml");
	}

	/** Why a file cannot be a logo, as a sentence that begins with its setting. */
	static Optional<String> flawOf(Path file) {
		try {
			byte[] content = (Files.size(file) > LARGEST) ? null : Files.readAllBytes(file);
			if (content == null) {
				return Optional.of("onboarding.brand.logo must not be larger than 20 KB");
			}
			return (isPng(content) || isSvg(content)) ? Optional.empty()
					: Optional.of("onboarding.brand.logo must be an SVG or a PNG file");
		}
		catch (IOException ex) {
			return Optional.of("onboarding.brand.logo cannot be read");
		}
	}

	private static boolean isPng(byte[] content) {
		return content.length > PNG.length && Arrays.equals(Arrays.copyOf(content, PNG.length), PNG);
	}

	private static boolean isSvg(byte[] content) {
		return new String(content, StandardCharsets.UTF_8).contains("<svg");
	}

}
