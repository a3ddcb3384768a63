package com.modalitysystems.onboarding.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.modalitysystems.onboarding.process.Whereabouts.Place;
import com.modalitysystems.onboarding.process.Whereabouts.Spot;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The picture of the drawing {@code onboarding}, and where its shapes are. */
@Component
class Plan {

	/** Made of the drawing by the tests' {@code DrawingPictures}. */
	private static final String PICTURE = "process/onboarding.svg";

	private static final Pattern FRAME = Pattern
		.compile("<svg [^>]*width=\"(\\d+)\" height=\"(\\d+)\" viewBox=\"(-?\\d+) (-?\\d+) [^>]*>");

	private static final Pattern SHAPE = Pattern
		.compile("djs-shape\" data-element-id=\"(\\w+)\"[^>]* transform=\"matrix\\(1 0 0 1 (-?\\d+) (-?\\d+)\\)\"");

	private static final String COLOURS = """
			svg { --ink: #14212b; --paper: #ffffff; --passed: #e3f1f3; --here: #ffd98a; --bad: #ffb3ad; background: var(--paper) }
			@media (prefers-color-scheme: dark) { svg {
			--ink: #dbe4e9; --paper: #182329; --passed: #1c4650; --here: #8a5a00; --bad: #a32a24 } }
			""";

	private final String picture;

	private final MatchResult frame;

	private final Map<String, Spot> spots;

	Plan() throws IOException {
		this.picture = new ClassPathResource(PICTURE).getContentAsString(StandardCharsets.UTF_8);
		Matcher matcher = FRAME.matcher(this.picture);
		if (!matcher.find()) {
			throw new IllegalStateException("The picture " + PICTURE + " has no frame");
		}
		this.frame = matcher.toMatchResult();
		this.spots = SHAPE.matcher(this.picture)
			.results()
			.collect(Collectors.toMap((shape) -> shape.group(1), this::spot));
	}

	MarkedDrawing.Paper paper() {
		return new MarkedDrawing.Paper(Integer.parseInt(this.frame.group(1)), Integer.parseInt(this.frame.group(2)));
	}

	/** Where a shape is, if the picture has it. */
	@Nullable Spot spot(String shape) {
		return this.spots.get(shape);
	}

	/** The picture, on which what was passed and where somebody stands is marked. */
	String marked(Whereabouts whereabouts) {
		StringBuilder style = new StringBuilder(COLOURS);
		whereabouts.passed().forEach((shape) -> mark(style, shape, "fill: var(--passed) !important"));
		for (Place place : whereabouts.places()) {
			mark(style, place.id(), switch (place.state()) {
				case here, ended -> "fill: var(--here) !important; stroke-width: 5px !important";
				case stuck ->
					"fill: var(--bad) !important; stroke-width: 5px !important; stroke-dasharray: 9 4 !important";
			});
		}
		return this.picture.substring(0, this.frame.end()) + "<style>" + style + "</style>"
				+ this.picture.substring(this.frame.end());
	}

	// an older drawing may have other shapes
	private void mark(StringBuilder style, String shape, String looks) {
		if (this.spots.containsKey(shape)) {
			style.append("[data-element-id=%s] > .djs-visual > :first-child { %s }%n".formatted(shape, looks));
		}
	}

	private Spot spot(MatchResult shape) {
		return new Spot(Integer.parseInt(shape.group(2)) - Integer.parseInt(this.frame.group(3)),
				Integer.parseInt(shape.group(3)) - Integer.parseInt(this.frame.group(4)));
	}

}
