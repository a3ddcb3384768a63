package com.modalitysystems.onboarding.setup;

import java.util.regex.Pattern;

/** Text as PowerShell reads it back, whatever stands in it, and never as code. */
final class PowerShellText {

	// PowerShell ends a single-quoted string at each of these five, and takes two of them
	// for one
	private static final Pattern QUOTE = Pattern.compile("['\u2018\u2019\u201A\u201B]");

	private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

	private PowerShellText() {
	}

	/** A single-quoted string on one line, in which nothing is expanded. */
	static String quote(String text) {
		String oneLine = INVISIBLE.matcher(text).replaceAll(" ");
		return "'" + QUOTE.matcher(oneLine).replaceAll("$0$0") + "'";
	}

}
