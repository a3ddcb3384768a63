package com.modalitysystems.onboarding.setup;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Language;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The languages from which the reader of a page may choose, each a link to the page. */
@Component
class LanguageChoices {

	private static final Pattern CHOSEN = Pattern.compile("(?:^|&)" + PageLanguage.CHOICE + "=[^&]*");

	private static final Pattern HARMLESS = Pattern.compile("[\\w=&]+");

	/** All of them; none on a page of staff, nor on one that is shown only once. */
	public List<Choice> here() {
		HttpServletRequest request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
			.getRequest();
		// who comes back from Microsoft a second time is not known again
		boolean once = request.getRequestURI().startsWith("/consent/");
		return (once || PageLanguage.isOfStaff(request)) ? List.of() : all(request.getQueryString());
	}

	private static List<Choice> all(@Nullable String query) {
		String before = "?" + others(query) + PageLanguage.CHOICE + "=";
		return Stream.of(Language.values()).map(language -> new Choice(language, before + language.code())).toList();
	}

	// what else stands in the address of the page, if it is harmless
	private static String others(@Nullable String query) {
		String others = (query != null) ? CHOSEN.matcher(query).replaceAll("").replaceFirst("^&", "") : "";
		return (!others.isEmpty() && HARMLESS.matcher(others).matches()) ? others + "&" : "";
	}

	/**
	 * A language that the reader may choose.
	 *
	 * @param language which
	 * @param link where the page speaks it
	 */
	record Choice(Language language, String link) {
	}

}
