package com.modalitysystems.onboarding.intake;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Country;
import com.modalitysystems.onboarding.customer.Language;

import org.springframework.stereotype.Component;

/** What the page lets one choose from. */
@Component
class Choices {

	/** All countries by name, as that language sorts them. */
	public List<Choice> countries(Locale language) {
		Comparator<Object> order = Collator.getInstance(language);
		return Stream.of(Locale.getISOCountries())
			.map(code -> new Choice(code, new Country(code).name(language)))
			.sorted((one, other) -> order.compare(one.name(), other.name()))
			.toList();
	}

	/** All languages we write in, each by its own name. */
	public List<Choice> languages() {
		return Arrays.stream(Language.values())
			.map(language -> new Choice(language.code(), language.ownName()))
			.toList();
	}

	/**
	 * One choice.
	 *
	 * @param code what the form sends
	 * @param name what people read
	 */
	record Choice(String code, String name) {
	}

}
