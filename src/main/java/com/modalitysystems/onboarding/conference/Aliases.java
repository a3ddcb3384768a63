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
import com.modalitysystems.onboarding.customer.KeyWish;
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

	private static final Pattern OTHER_SCRIPT = Pattern.compile("[\\p{L}&&[^a-z]]");

	// letters that are no letter with an accent
	private static final Map<String, String> LETTERS = Map.of("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ",
			"d", "ð", "d", "þ", "th", "ı", "i");

	private static final Set<String> LEGAL_FORMS = Set.of("ab", "ag", "as", "bv", "co", "company", "corp",
			"corporation", "gmbh", "inc", "kg", "limited", "llc", "llp", "ltd", "nv", "oy", "plc", "pte", "pty", "sa",
			"sarl", "sas", "se", "spa", "srl");

	private Aliases() {
	}

	/**
	 * The aliases that a customer could have: the one wished for, then those of its name.
	 */
	static Stream<String> of(Customer customer) {
		Tenant tenant = customer.tenant();
		KeyWish wish = customer.asked().keyWish();
		return Stream
			.concat(Stream.ofNullable(wish).map(KeyWish::value),
					of(customer.company(), (tenant != null) ? tenant.defaultDomain() : "", customer.reference()))
			.distinct();
	}

	static Stream<String> of(String company, String domain, CustomerReference customer) {
		String reference = fold(customer.value());
		String best = Stream.of(company, domain.replaceFirst("\\..*", ""))
			// half a name, such as the legal form behind a Japanese one, is no name
			.filter((name) -> !OTHER_SCRIPT.matcher(letters(name)).find())
			.map((name) -> shorten(fold(name)))
			.filter((alias) -> USABLE.matcher(alias).matches())
			.findFirst()
			.orElse(reference);
		Stream<String> numbered = IntStream.rangeClosed(2, MOST_NUMBERED).mapToObj((number) -> best + "-" + number);
		return Stream.concat(Stream.concat(Stream.of(best), numbered), Stream.of(reference)).distinct();
	}

	/** A name in letters and digits that every remote control has. */
	static String fold(String name) {
		return strip(NOT_DIALLED.matcher(letters(name)).replaceAll("-"));
	}

	/** A name in lower-case letters without accents. */
	private static String letters(String name) {
		String letters = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
			.replaceAll("\\p{M}|['’`]", "");
		for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
			letters = letters.replace(letter.getKey(), letter.getValue());
		}
		return letters;
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
