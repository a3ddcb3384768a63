package com.modalitysystems.onboarding.setup;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.modalitysystems.onboarding.customer.Refused;
import com.modalitysystems.onboarding.customer.SetupResult;
import com.modalitysystems.onboarding.customer.SetupResult.Federation;
import com.modalitysystems.onboarding.customer.SetupResult.Mode;
import com.modalitysystems.onboarding.customer.SetupResult.PolicySeen;
import com.modalitysystems.onboarding.customer.SetupResult.ProviderSeen;
import com.modalitysystems.onboarding.customer.SetupResult.Scope;
import com.modalitysystems.onboarding.customer.SetupResult.Stop;
import com.modalitysystems.onboarding.customer.SetupResult.TenantSeen;
import org.jspecify.annotations.Nullable;

/**
 * The line of digits in which the script tells its result to whoever pastes it: the
 * version 1, a digit for each word, three for the pilots, ten for the minute, four for
 * the run, and the beginning of the signature.
 */
final class ResultCode {

	private static final Pattern SHAPE = Pattern
		.compile("1([0-9]{7})([0-9]{3})([0-9]{10})([0-9]{4})([0-9A-F]{" + ScriptKeys.SHORT + "})");

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyMMddHHmm", Locale.ROOT);

	private static final int LONGEST = 200;

	private ResultCode() {
	}

	/**
	 * Read a code; spaces and hyphens of whatever kind do not matter.
	 * @throws Refused if it is none
	 */
	static ScriptReport read(@Nullable String typed) {
		if (typed == null || typed.isBlank()) {
			throw new Refused("missing");
		}
		Matcher code = SHAPE.matcher(
				(typed.length() <= LONGEST) ? typed.replaceAll("[\\p{Z}\\p{Pd}\\s]", "").toUpperCase(Locale.ROOT) : "");
		if (!code.matches()) {
			throw new Refused("code.malformed");
		}
		try {
			return new ScriptReport(result(code), code.group(5));
		}
		catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException ex) {
			throw new Refused("code.malformed");
		}
	}

	private static SetupResult result(Matcher code) {
		String words = code.group(1);
		return new SetupResult(word(Mode.class, words, 0), word(Stop.class, words, 1), word(TenantSeen.class, words, 2),
				word(PolicySeen.class, words, 3), word(ProviderSeen.class, words, 4), word(Scope.class, words, 5),
				word(Federation.class, words, 6), Integer.parseInt(code.group(2)),
				LocalDateTime.parse(code.group(3), MINUTE).toInstant(ZoneOffset.UTC), Integer.parseInt(code.group(4)));
	}

	// the script counts its words in the order in which they stand in the type
	private static <E extends Enum<E>> E word(Class<E> type, String digits, int place) {
		return List.copyOf(EnumSet.allOf(type)).get(Character.digit(digits.charAt(place), 10));
	}

}
