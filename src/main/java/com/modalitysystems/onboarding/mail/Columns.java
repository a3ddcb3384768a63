package com.modalitysystems.onboarding.mail;

import java.util.ArrayList;
import java.util.List;

/** Sets plain text in lines of 72 columns; what has no space in it stays whole. */
final class Columns {

	private static final int COLUMNS = 72;

	/** One line or more. */
	public String wrap(String text) {
		return wrap(text, "", "");
	}

	/** A step or a point behind its marker. */
	public String item(String marker, String text) {
		return wrap(text, marker + " ", " ".repeat(marker.length() + 1));
	}

	/** A label and, in a column of its own, its value. */
	public String fact(Letter.Fact fact, int labelWidth) {
		String label = "  " + fact.label() + " ".repeat(labelWidth - width(fact.label()) + 2);
		return wrap(fact.value(), label, " ".repeat(labelWidth + 4));
	}

	/** A line of somebody's words. */
	public String quote(String text) {
		return wrap(text, "> ", "> ").stripTrailing();
	}

	/** A heading with a line under it. */
	public String underline(String text, String stroke) {
		String heading = wrap(text);
		return heading + "\n"
				+ stroke.repeat(Math.min(COLUMNS, heading.lines().mapToInt(Columns::width).max().orElse(0)));
	}

	static int width(String text) {
		return text.codePointCount(0, text.length());
	}

	private static String wrap(String text, String first, String further) {
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder(first);
		boolean empty = true;
		for (String word : text.strip().split("\\s+", -1)) {
			if (!empty && width(line.toString()) + 1 + width(word) > COLUMNS) {
				lines.add(line.toString());
				line = new StringBuilder(further);
				empty = true;
			}
			line.append(empty ? "" : " ").append(word);
			empty = false;
		}
		lines.add(line.toString());
		return String.join("\n", lines);
	}

}
