package com.modalitysystems.onboarding.setup;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.web.util.HtmlUtils;

/**
 * An invitation as somebody reads it, whatever it was pasted from: the text of a mail,
 * the HTML of one, or a calendar file (RFC 5545). Of a calendar file only folded lines
 * and escaped characters matter here, for which a library of calendars would be much.
 */
final class InvitationText {

	private static final Pattern FOLD = Pattern.compile("\r?\n[ \t]");

	private static final Pattern ESCAPED = Pattern.compile("\\\\([nN,;\\\\])");

	// every repetition that could run on is bounded, or somebody could keep us busy
	private static final Pattern LINK = Pattern
		.compile("(?i)<a\\s[^<>]{0,2000}?href\\s?=\\s?[\"']?([^\"'\\s<>]{1,4000})[^<>]{0,2000}>");

	private static final Pattern LINE_END = Pattern.compile("(?i)<br\\s?/?>|</(?:p|div|td|tr|li|h[1-6])>");

	// not <https://…> and not <anna@contoso.com>, which mail programs write
	private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]{0,20}(?:\\s[^<>]*)?/?>");

	private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s<>\"']{1,4000}");

	private static final Pattern WRAPPED = Pattern
		.compile("(?i)https?://[a-z0-9.-]+\\.safelinks\\.protection\\.outlook\\.[a-z]+/[^?]*\\?(?:.*&)?url=([^&]+).*");

	private static final int DEEPEST = 3;

	private InvitationText() {
	}

	/** The text of a file that was uploaded. */
	static String read(byte[] file) {
		return new String(file, charsetOf(file));
	}

	// Windows writes UTF-16 with a byte order mark, the rest of the world UTF-8
	private static Charset charsetOf(byte[] file) {
		boolean marked = file.length > 1 && ((file[0] == (byte) 0xFF && file[1] == (byte) 0xFE)
				|| (file[0] == (byte) 0xFE && file[1] == (byte) 0xFF));
		return marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
	}

	/**
	 * The text in plain words, with links as they were before a mail program wrapped
	 * them.
	 */
	static String plain(String pasted) {
		return unwrapped(withoutMarkup(unfolded(pasted)));
	}

	/** The addresses of pages in a text. */
	static Stream<String> addresses(String text) {
		return ADDRESS.matcher(text).results().map(MatchResult::group);
	}

	private static String unfolded(String text) {
		if (!text.contains("BEGIN:VCALENDAR")) {
			return text;
		}
		return ESCAPED.matcher(FOLD.matcher(text).replaceAll(""))
			.replaceAll(escaped -> escaped.group(1).equalsIgnoreCase("n") ? "\n"
					: Matcher.quoteReplacement(escaped.group(1)));
	}

	private static String withoutMarkup(String text) {
		String links = LINK.matcher(text).replaceAll(" $1 ");
		String lines = LINE_END.matcher(links).replaceAll("\n");
		return HtmlUtils.htmlUnescape(TAG.matcher(lines).replaceAll(" "));
	}

	private static String unwrapped(String text) {
		return ADDRESS.matcher(text)
			.replaceAll(address -> Matcher.quoteReplacement(unwrapped(address.group(), DEEPEST)));
	}

	private static String unwrapped(String address, int deep) {
		Matcher wrapped = WRAPPED.matcher(address);
		if (deep == 0 || !wrapped.matches()) {
			return address;
		}
		try {
			return unwrapped(URLDecoder.decode(wrapped.group(1), StandardCharsets.UTF_8), deep - 1);
		}
		catch (IllegalArgumentException ex) {
			// cut short on its way
			return address;
		}
	}

}
