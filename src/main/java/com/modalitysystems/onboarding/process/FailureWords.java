package com.modalitysystems.onboarding.process;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * How a failed step tells what was wrong: in words, and by the code under which the
 * catalogue knows it, {@code Azure: answered 403 [Azure.refused]}. The engine keeps no
 * more of a failure than this line.
 */
final class FailureWords {

	// the engine cuts what is longer, and with it what follows
	private static final int MOST = 400;

	private static final Pattern CODE = Pattern.compile("\\[([A-Za-z]+\\.\\w+)]");

	private FailureWords() {
	}

	static String of(String words, String code) {
		return ((words.length() > MOST) ? words.substring(0, MOST) + "…" : words) + " [" + code + "]";
	}

	/** The code in what a failed step told; what was told long ago may lack it. */
	static String codeIn(@Nullable String told) {
		Matcher code = CODE.matcher(Optional.ofNullable(told).orElse(""));
		String last = "Ours.unexpected";
		while (code.find()) {
			last = code.group(1);
		}
		return last;
	}

}
