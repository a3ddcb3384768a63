package com.modalitysystems.onboarding.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

import com.modalitysystems.onboarding.customer.BrandLook;
import com.modalitysystems.onboarding.customer.Logo;
import com.modalitysystems.onboarding.customer.OnboardingSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The logo and the colours of a brand, as files that pages load. */
@Controller
class BrandFiles {

	static final String LOGO = "/brand/logo";

	static final String COLOURS = "/brand/colours.css";

	private static final CacheControl FOR_AN_HOUR = CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

	// an SVG file may hold scripts, which run when it is opened by itself
	private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

	private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

	private final BrandLook look;

	private final @Nullable Logo logo;

	BrandFiles(OnboardingSettings settings) throws IOException {
		this.look = settings.brand();
		Path file = this.look.logo();
		this.logo = (file != null) ? Logo.read(file) : null;
	}

	@GetMapping(LOGO)
	ResponseEntity<Resource> logo() {
		if (this.logo == null) {
			return ResponseEntity.notFound().build();
		}
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(this.logo.type()))
			.cacheControl(FOR_AN_HOUR)
			.header("Content-Security-Policy", POLICY)
			.body(this.logo.content());
	}

	/** The variables of {@code onemeeting.css} that depend on the accent. */
	@GetMapping(COLOURS)
	ResponseEntity<String> colours() {
		return ResponseEntity.ok()
			.contentType(CSS)
			.cacheControl(FOR_AN_HOUR)
			.body("""
					:root {
						--accent: %1$s;
						--accent-strong: %2$s;
						--accent-tint: %3$s;
						--focus: %1$s;
					}

					@media screen and (prefers-color-scheme: dark) {
						:root {
							--accent: %4$s;
							--accent-strong: %5$s;
							--accent-tint: %6$s;
							--focus: %5$s;
						}
					}
					""".formatted(this.look.accent(), this.look.accent().darker(), this.look.tint(),
					this.look.accentDark(), this.look.accentDark().lighter(), this.look.tintDark()));
	}

}
