package com.modalitysystems.onboarding.customer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A colour as screens show it.
 *
 * @param red from 0 to 255
 * @param green from 0 to 255
 * @param blue from 0 to 255
 */
public record Colour(int red, int green, int blue) {

	private static final Pattern HEXADECIMAL = Pattern.compile("#(\\p{XDigit}{2})(\\p{XDigit}{2})(\\p{XDigit}{2})");

	private static final Colour BLACK = new Colour(0, 0, 0);

	private static final Colour WHITE = new Colour(255, 255, 255);

	/** A colour as style sheets write it: {@code #0b5c6b}. */
	public static Colour of(String text) {
		Matcher parts = HEXADECIMAL.matcher(text.strip());
		if (!parts.matches()) {
			throw new IllegalArgumentException("A colour is written as in #0b5c6b");
		}
		int[] values = IntStream.rangeClosed(1, 3).map(part -> Integer.parseInt(parts.group(part), 16)).toArray();
		return new Colour(values[0], values[1], values[2]);
	}

	/**
	 * How well one is seen on the other, from 1 to 21: the contrast ratio of
	 * <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">WCAG 2.2</a>.
	 */
	public double contrastTo(Colour other) {
		double lighter = Math.max(luminance(), other.luminance());
		double darker = Math.min(luminance(), other.luminance());
		return (lighter + 0.05) / (darker + 0.05);
	}

	/** So much of it, from 0 to 1, laid over another one. */
	public Colour over(Colour ground, double share) {
		return new Colour(mix(this.red, ground.red, share), mix(this.green, ground.green, share),
				mix(this.blue, ground.blue, share));
	}

	public Colour darker() {
		return over(BLACK, 0.72);
	}

	public Colour lighter() {
		return over(WHITE, 0.65);
	}

	@Override
	public String toString() {
		return "#%02x%02x%02x".formatted(this.red, this.green, this.blue);
	}

	private double luminance() {
		return 0.2126 * linear(this.red) + 0.7152 * linear(this.green) + 0.0722 * linear(this.blue);
	}

	private static double linear(int part) {
		double value = part / 255.0;
		return (value <= 0.04045) ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
	}

	private static int mix(int part, int ground, double share) {
		return (int) Math.round(part * share + ground * (1 - share));
	}

}
