package com.modalitysystems.onboarding.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much room words take in a drawing: set in Arial, broken at spaces.
 *
 * @param size of the letters, in pixels
 */
record Lettering(double size) {

	/** In a shape. */
	static final Lettering INSIDE = new Lettering(12);

	/** Beside a shape or a flow. */
	static final Lettering BESIDE = new Lettering(11);

	/** Wider lines are broken. */
	static final double LINE_WIDTH = 90;

	private static final double LINE_HEIGHT = 1.2;

	// advance widths of Arial in thousandths of the size; all other letters are 556 wide
	private static final Map<Character, Integer> WIDTHS = Stream
		.of(width("ijl'", 222), width(" tfI.,/:!", 278), width("r()-", 333), width("ckszvxyJ", 500), width("FTZ", 611),
				width("ABEKPSVXY", 667), width("wCDHNRU", 722), width("GOQ", 778), width("mM", 833), width("W", 944))
		.flatMap(group -> group.entrySet().stream())
		.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

	double width(String text) {
		return lines(text).stream().mapToDouble(this::lineWidth).max().orElse(0);
	}

	double height(String text) {
		return lines(text).size() * this.size * LINE_HEIGHT;
	}

	private List<String> lines(String text) {
		List<String> lines = new ArrayList<>();
		for (String word : text.split("\\s+")) {
			String longer = lines.isEmpty() ? word : lines.get(lines.size() - 1) + " " + word;
			if (!lines.isEmpty() && lineWidth(longer) <= LINE_WIDTH) {
				lines.set(lines.size() - 1, longer);
			}
			else {
				lines.add(word);
			}
		}
		return lines;
	}

	private double lineWidth(String line) {
		return line.chars().map(letter -> WIDTHS.getOrDefault((char) letter, 556)).sum() * this.size / 1000;
	}

	private static Map<Character, Integer> width(String letters, int width) {
		return letters.chars().boxed().collect(Collectors.toMap(letter -> (char) letter.intValue(), letter -> width));
	}

}
