package com.modalitysystems.onboarding.customer;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the service looks to customers, on pages and in letters.
 *
 * @param logo an SVG or PNG file to stand before the name, as high as it is wide and of
 * 20 KB at most; on pages only, since letters load nothing
 * @param accent the colour of buttons and links on light ground, dark enough to be read
 * there
 * @param accentDark the colour of buttons and links on dark ground, light enough to be
 * read there
 */
public record BrandLook(@Nullable Path logo, @DefaultValue(BrandLook.ACCENT) Colour accent,
		@DefaultValue(BrandLook.ACCENT_DARK) Colour accentDark) {

	private static final String ACCENT = "#0b5c6b";

	private static final String ACCENT_DARK = "#74cbd9";

	// the grounds of onemeeting.css
	private static final Colour CARD = Colour.of("#ffffff");

	private static final Colour SUNKEN = Colour.of("#eef2f4");

	private static final Colour CARD_DARK = Colour.of("#182329");

	private static final double TINT = 0.11;

	// what WCAG 2.2 asks of text
	private static final double LEAST_CONTRAST = 4.5;

	public BrandLook {
		String flaws = Stream
			.of(flaw("onboarding.brand.accent", "pale", "light", accent, SUNKEN, tint(accent)),
					flaw("onboarding.brand.accent-dark", "dark", "dark", accentDark, CARD_DARK, tintDark(accentDark)),
					(logo != null) ? Logo.flawOf(logo) : Optional.<String>empty())
			.flatMap(Optional::stream)
			.collect(Collectors.joining("\n"));
		if (!flaws.isEmpty()) {
			throw new IllegalArgumentException(flaws);
		}
	}

	/** The house's own. */
	public static BrandLook ours() {
		return new BrandLook(null, Colour.of(ACCENT), Colour.of(ACCENT_DARK));
	}

	/** Whether its colours are the house's own. */
	public boolean hasOurColours() {
		return this.accent.equals(ours().accent) && this.accentDark.equals(ours().accentDark);
	}

	/** A ground with a breath of the accent. */
	public Colour tint() {
		return tint(this.accent);
	}

	/** The same for dark pages. */
	public Colour tintDark() {
		return tintDark(this.accentDark);
	}

	private static Colour tint(Colour accent) {
		return accent.over(CARD, TINT);
	}

	private static Colour tintDark(Colour accent) {
		return accent.over(CARD_DARK, TINT);
	}

	private static Optional<String> flaw(String setting, String much, String ground, Colour accent, Colour... grounds) {
		double contrast = Stream.of(grounds).mapToDouble(accent::contrastTo).min().orElseThrow();
		return (contrast < LEAST_CONTRAST) ? Optional.of(String.format(Locale.ROOT,
				"%s is too %s to be read on our %s pages: its contrast is %.1f, and must be %.1f or more", setting,
				much, ground, contrast, LEAST_CONTRAST)) : Optional.empty();
	}

}
