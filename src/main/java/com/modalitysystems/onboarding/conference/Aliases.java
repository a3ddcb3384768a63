package com.modalitysystems.onboarding.conference;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Tenant;

/**
 * Aliases for a customer, the best first: short, since people dial them on a remote
 * control.
 */
final class Aliases {

	private static final int MOST = 30;

	private static final int MOST_NUMBERED = 50;

	private static final Pattern NOT_DIALLED = Pattern.compile("[^a-z0-9]+");

	private static final Pattern USABLE = Pattern.compile("(?=.*[a-z])[a-z0-9-]{2,}");

	// letters that are no letter with an accent
	private static final Map<String, String> LETTERS = Map.of("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ",
			"d", "ð", "d", "þ", "th", "ı", "i");

	private static final Set<String> LEGAL_FORMS = Set.of("ab", "ag", "as", "bv", "co", "company", "corp",
			"corporation", "gmbh", "inc", "kg", "limited", "llc", "llp", "ltd", "nv", "oy", "plc", "pte", "pty", "sa",
			"sarl", "sas", "se", "spa", "srl");

	private Aliases() {
	}

	/** The aliases that a customer could have. */
	static Stream<String> of(Customer customer) {
		Tenant tenant = customer.tenant();
		return of(customer.company(), (tenant != null) ? tenant.defaultDomain() : "", customer.reference());
	}

	static Stream<String> of(String company, String domain, CustomerReference customer) {
		String reference = fold(customer.value());
		String best = Stream.of(shorten(fold(company)), shorten(fold(domain.replaceFirst("\\..*", ""))))
			.filter((alias) -> USABLE.matcher(alias).matches())
			.findFirst()
			.orElse(reference);
		Stream<String> numbered = IntStream.rangeClosed(2, MOST_NUMBERED).mapToObj((number) -> best + "-" + number);
		return Stream.concat(Stream.concat(Stream.of(best), numbered), Stream.of(reference)).distinct();
	}

	/** A name in letters and digits that every remote control has. */
	static String fold(String name) {
		String letters = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
			.replaceAll("\\p{M}|['’`]", "");
		for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
			letters = letters.replace(letter.getKey(), letter.getValue());
		}
		return strip(NOT_DIALLED.matcher(letters).replaceAll("-"));
	}

	private static String shorten(String alias) {
		Deque<String> words = new ArrayDeque<>(Arrays.asList(alias.split("-")));
		while (words.size() > 1 && LEGAL_FORMS.contains(words.getLast())) {
			words.removeLast();
		}
		while (words.size() > 1 && String.join("-", words).length() > MOST) {
			words.removeLast();
		}
		String left = String.join("-", words);
		return left.substring(0, Math.min(left.length(), MOST));
	}

	private static String strip(String alias) {
		return alias.replaceAll("^-+|-+$", "");
	}

}
