package com.modalitysystems.onboarding.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes a script apart as PowerShell's own tokenizer does, as far as quotes and comments
 * go: written after the language specification, sections 2.2.3 and 2.3.5.2.
 */
final class PowerShellTokens {

	private static final String SINGLE = "'\u2018\u2019\u201A\u201B";

	private static final String DOUBLE = "\"\u201C\u201D\u201E";

	private static final Set<Character> BEFORE_A_COMMENT = Set.of(' ', '\t', '\r', '\n', ';', '(', ')', '{', '}', ',',
			'|');

	private final String script;

	private final List<Token> tokens = new ArrayList<>();

	private final StringBuilder code = new StringBuilder();

	private int at;

	private PowerShellTokens(String script) {
		this.script = script;
	}

	static List<Token> of(String script) {
		return new PowerShellTokens(script).read();
	}

	private List<Token> read() {
		while (this.at < this.script.length()) {
			char next = this.script.charAt(this.at);
			if (next == '`') {
				take(2);
			}
			else if (this.script.startsWith("<#", this.at)) {
				endCode();
				upTo("#>", 2, Kind.comment);
			}
			else if (next == '#' && (this.at == 0 || BEFORE_A_COMMENT.contains(this.script.charAt(this.at - 1)))) {
				endCode();
				upTo("\n", 0, Kind.comment);
			}
			else if (SINGLE.indexOf(next) >= 0) {
				endCode();
				verbatim();
			}
			else if (DOUBLE.indexOf(next) >= 0) {
				endCode();
				expandable();
			}
			else {
				take(1);
			}
		}
		endCode();
		return this.tokens;
	}

	private void take(int characters) {
		int end = Math.min(this.at + characters, this.script.length());
		this.code.append(this.script, this.at, end);
		this.at = end;
	}

	private void endCode() {
		if (!this.code.isEmpty()) {
			this.tokens.add(new Token(Kind.code, this.code.toString()));
			this.code.setLength(0);
		}
	}

	private void upTo(String end, int including, Kind kind) {
		int found = this.script.indexOf(end, this.at);
		int stop = (found < 0) ? this.script.length() : found + including;
		this.tokens.add(new Token(kind, this.script.substring(this.at, stop)));
		this.at = stop;
	}

	private void verbatim() {
		StringBuilder text = new StringBuilder();
		this.at++;
		while (this.at < this.script.length()) {
			char next = this.script.charAt(this.at++);
			if (SINGLE.indexOf(next) < 0) {
				text.append(next);
			}
			else if (this.at < this.script.length() && SINGLE.indexOf(this.script.charAt(this.at)) >= 0) {
				// the first of the two is the one that stays
				text.append(next);
				this.at++;
			}
			else {
				this.tokens.add(new Token(Kind.verbatim, text.toString()));
				return;
			}
		}
		throw new AssertionError("A string has no end: " + text);
	}

	private void expandable() {
		int start = this.at++;
		while (this.at < this.script.length()) {
			char next = this.script.charAt(this.at++);
			if (next == '`') {
				this.at++;
			}
			else if (next == '$' && this.script.startsWith("(", this.at)) {
				nested();
			}
			else if (DOUBLE.indexOf(next) >= 0) {
				this.tokens.add(new Token(Kind.expandable, this.script.substring(start, this.at)));
				return;
			}
		}
		throw new AssertionError("A string has no end: " + this.script.substring(start));
	}

	private void nested() {
		int depth = 0;
		do {
			char next = this.script.charAt(this.at++);
			depth += (next == '(') ? 1 : (next == ')') ? -1 : 0;
		}
		while (depth > 0);
	}

	/** What a piece of a script is. */
	enum Kind {

		code, comment,
		/** A single-quoted string, as it reads. */
		verbatim,
		/** A double-quoted string, as it is written. */
		expandable

	}

	/**
	 * A piece of a script.
	 *
	 * @param kind what it is
	 * @param text what it says
	 */
	record Token(Kind kind, String text) {
	}

}
