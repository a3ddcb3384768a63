package com.modalitysystems.onboarding.setup;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Language;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.WaitingFor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.then;

class PageLanguageTests extends SetupRoomTest {

	private static final String GERMAN = "Ihre Zustimmung wird gebraucht";

	private static final String ENGLISH = "Your consent is needed";

	private static final Pattern FOR_CUSTOMERS_OR_PROGRAMS = Pattern
		.compile("/|(/(request|setup|consent|api|v3|brand|error)|\\$\\{server\\.error).*");

	@Autowired
	private PageLanguage pageLanguage;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	@Test
	void roomSpeaksTheLanguageOfTheCustomerAndNotOfTheBrowser() {
		HttpResponse<String> room = get(room(german()), "Accept-Language", "en-GB");
		assertThat(room.body()).contains("<html lang=\"de\">", GERMAN, "Beantragt");
		assertThat(room.headers().firstValue("Content-Language")).contains("de");
		assertThat(room.headers().firstValue("Set-Cookie")).isEmpty();
	}

	@Test
	void readerChoosesAnotherLanguageWhichChangesNothingForTheCustomer() {
		Customer customer = german();
		HttpResponse<String> room = get(room(customer) + "?note=snoozed&lang=en");
		assertThat(room.body()).contains("<html lang=\"en\">", ENGLISH, "href=\"?note=snoozed&amp;lang=de\"");
		assertThat(room.headers().firstValue("Set-Cookie")).hasValueSatisfying(
				cookie -> assertThat(cookie).startsWith("language=en;").contains("HttpOnly").doesNotContain("Max-Age"));
		assertThat(get(room(customer), "Cookie", "language=en").body()).contains(ENGLISH);
		assertThat(this.customers.require(customer.reference()).language()).isEqualTo(Language.GERMAN);
		assertNothingWasDone();
	}

	@ParameterizedTest
	@ValueSource(strings = { "tlh", "", "de%20", "%3Cb%3E" })
	void languageThatWeDoNotSpeakIsNotChosen(String language) {
		String path = room(german());
		assertThat(get(path, "Cookie", "language=" + language).body()).contains(GERMAN);
		HttpResponse<String> asked = get(path + "?lang=" + language);
		assertThat(asked.headers().firstValue("Set-Cookie")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			/setup/nothing,             Dieser Link führt nirgendwohin
			/setup/nothing?note=colleague, Die Einrichtung wurde übergeben
			/consent/callback,          'Danke, dass Sie zurückgekommen sind'
			/nowhere,                   Hier gibt es keine Seite
			/,                          Einrichtung beantragen""")
	void pageOfNoCustomerSpeaksTheLanguageOfTheBrowser(String path, String words) {
		HttpResponse<String> page = get(path, "Accept-Language", "ja, de-CH;q=0.9, en;q=0.8");
		assertThat(page.body()).contains("<html lang=\"de\">", words);
		assertThat(get(path).body()).contains("<html lang=\"en\">");
	}

	@Test
	void errorPageSpeaksTheLanguageThatWasChosen() {
		assertThat(get("/nowhere?lang=de").body()).contains("Hier gibt es keine Seite", "href=\"?lang=en\"");
	}

	@Test
	void pagesOfStaffAreEnglish() {
		HttpResponse<String> page = get("/onboardings?lang=de", "Accept-Language", "de");
		assertThat(page.statusCode()).isEqualTo(401);
		assertThat(page.body()).contains("<html lang=\"en\">", "Please sign in first").doesNotContain("?lang=");
	}

	@Test
	void whateverIsNotForCustomersIsEnglish() {
		assertThat(this.mappings.getHandlerMethods().keySet()).flatExtracting(RequestMappingInfo::getPatternValues)
			.filteredOn(path -> !FOR_CUSTOMERS_OR_PROGRAMS.matcher(path).matches())
			.isNotEmpty()
			.allSatisfy(path -> {
				MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
				request.addHeader("Accept-Language", "de");
				assertThat(this.pageLanguage.resolveLocale(request)).isEqualTo(Locale.ENGLISH);
			});
	}

	/** The way back is known once: a second look would find nothing. */
	@Test
	void whoComesBackFromMicrosoftIsOfferedNoOtherLanguage() {
		assertThat(get("/consent/callback?state=some").body()).doesNotContain("lang=de");
	}

	@Test
	void mistakesAreNamedInTheLanguageOfTheRoom() {
		Customer customer = german();
		HttpResponse<String> again = post(room(customer) + "/address", Map.of("address", "10.0.0.1", "reference", "x"));
		assertThat(again.body()).contains("Diese Adresse gilt nur in einem privaten Netzwerk",
				"Das ist nicht die Referenz dieser Einrichtung");
	}

	@Test
	void customerChoosesTheLanguageOfTheLetters() {
		Customer customer = german();
		assertThat(get(room(customer) + "?lang=en").body()).contains("/language\"")
			.containsPattern("<option value=\"de\"\\s+lang=\"de\" selected");
		HttpResponse<String> done = post(room(customer) + "/language", Map.of("language", "en"));
		assertThat(done.headers().firstValue("Location")).contains(room(customer) + "?note=language");
		then(this.onboarding).should().chooseLanguage(customer.reference(), Language.ENGLISH);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "tlh", "English" })
	void lettersInALanguageThatWeDoNotSpeakAreNotPromised(String language) {
		HttpResponse<String> done = post(room(german()) + "/language", Map.of("language", language));
		assertThat(done.headers().firstValue("Location").orElseThrow()).endsWith("?note=notNow");
		assertNothingWasDone();
	}

	@Test
	void whoseSetupIsOverGetsNoMoreLetters() {
		Customer customer = customerAt(Stage.cancelled, WaitingFor.nobody);
		assertThat(get(room(customer) + "?lang=de").body()).doesNotContain("/language\"");
		post(room(customer) + "/language", Map.of("language", "de"));
		assertNothingWasDone();
	}

	@Test
	void scriptIsAnsweredInEnglishAsItSpeaks() {
		assertThat(postJson(room(german()) + "/report", "{}").body()).contains("This is not a result of the script.");
	}

	private Customer german() {
		Customer customer = customerAt(Stage.awaitingConsent);
		this.customers.choose(customer.reference(), Language.GERMAN);
		return this.customers.require(customer.reference());
	}

}
