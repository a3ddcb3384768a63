package com.modalitysystems.onboarding.setup;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.modalitysystems.onboarding.Browser;
import com.modalitysystems.onboarding.BrowserTest;
import com.modalitysystems.onboarding.Sentences;
import com.modalitysystems.onboarding.customer.CustomerWishes;
import com.modalitysystems.onboarding.customer.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What is true of every page in every state. */
@BrowserTest
class EveryPageBrowserTests extends SetupRoomTest {

	private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

	private static final List<String> WCAG_AND_MORE = Stream.concat(WCAG.stream(), Stream.of("best-practice")).toList();

	// the nine permissions look the same on every page of the room; to look at them takes
	// longer than at all the rest
	private static final Set<String> WITH_PERMISSIONS = Set.of("setup-consent", "setup-incomplete", "setup-policy");

	private static final int BUDGET = 60 * 1024;

	// as they are before any compression; what comes from the cache counts, too
	private static final String WEIGHTS = """
			Object.fromEntries([...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
				.map(part => [part.name, part.decodedBodySize]))""";

	private static final String TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth";

	// what Thymeleaf writes for a sentence that it does not find, and a value that was
	// not given
	private static final Pattern UNFILLED = Pattern.compile("\\?\\?\\w+[._]\\w[^?]*\\?\\?|\\{[0-9][^}]*}");

	// but for Microsoft's own words
	private static final List<String> ENGLISH = Sentences.ofCustomers(Language.ENGLISH)
		.entrySet()
		.stream()
		.filter(sentence -> !sentence.getKey().contains(".microsoft"))
		.map(Map.Entry::getValue)
		.filter(sentence -> sentence.matches("[\\w ’,.:-]{30,}"))
		.toList();

	@Autowired
	private CustomerWishes wishes;

	@Autowired
	private Clock clock;

	private List<Scene> scenes;

	@BeforeEach
	void everyPage() {
		this.scenes = new Scenes(this, this.wishes, this.clock).all();
	}

	@Test
	void everybodyCanUseEachPageOnADeskInTheLightAndItIsSmallAndOfOurHostOnly(Browser browser) {
		assertThat(troubles(browser.openToScripts(), 0, (scene, page) -> {
			// before the looking for barriers brings its script into the page
			List<String> burdens = burdens(page).toList();
			return Stream.of(burdens.stream(), barriers(scene, page, axe -> axe.withTags(WCAG_AND_MORE)), gaps(page))
				.flatMap(each -> each);
		})).isEmpty();
		assertThat(browser.troubles()).isEmpty();
	}

	@Test
	void everybodyCanUseEachPageInTheDarkOnTheSmallestTelephoneWithoutScripts(Browser browser) {
		Page page = browser.smallWithoutScripts();
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		assertThat(troubles(page, 1, (scene, shown) -> barriers(scene, shown, axe -> axe.withTags(WCAG_AND_MORE))))
			.isEmpty();
	}

	@Test
	void everybodyCanReadEachLetter(Browser browser) {
		Page page = browser.openToScripts();
		page.navigate(base() + "/sandbox/letters");
		List<String> letters = inTurn(page.locator("tbody tr").all());
		assertThat(letters).isNotEmpty().allSatisfy(letter -> {
			page.navigate(base() + letter);
			assertThat(found(new AxeBuilder(page), axe -> axe.withTags(WCAG))).isEmpty();
		});
	}

	// each letter in another language than the one before
	private static List<String> inTurn(List<Locator> letters) {
		return IntStream.range(0, letters.size()).mapToObj(number -> {
			Locator forms = letters.get(number).locator("a[href$='/html']");
			return forms.nth(number % forms.count()).getAttribute("href");
		}).toList();
	}

	// each page in another language than the one before; on the telephone, than on the
	// desk
	private List<String> troubles(Page page, int first, BiFunction<Scene, Page, Stream<String>> look) {
		return IntStream.range(0, this.scenes.size()).boxed().flatMap(number -> {
			Scene scene = this.scenes.get(number);
			Language language = Language.values()[(number + first) % Language.values().length];
			page.context().addCookies(List.of(new Cookie("language", language.code()).setUrl(base())));
			scene.show(page);
			return look.apply(scene, page).map(trouble -> scene.name() + " in " + language.code() + ": " + trouble);
		}).toList();
	}

	/** What the page does not say, or says in another language than its own. */
	private Stream<String> gaps(Page page) {
		String path = page.url().substring(base().length());
		Stream<String> inEach = Stream.of(Language.values())
			.map(language -> get(path, "Cookie", "language=" + language.code()).body());
		return Stream.concat(Stream.of(page.content()), inEach).flatMap(EveryPageBrowserTests::gaps);
	}

	private static Stream<String> gaps(String html) {
		Stream<String> unfilled = UNFILLED.matcher(html).results().map(gap -> "does not say " + gap.group());
		Stream<String> english = html.contains("<html lang=\"en\"") ? Stream.of()
				: ENGLISH.stream().filter(html::contains).map(sentence -> "says in English: " + sentence);
		return Stream.concat(unfilled, english);
	}

	/** Whatever keeps somebody from using the page. */
	private static Stream<String> barriers(Scene scene, Page page, UnaryOperator<AxeBuilder> rules) {
		// frames hold letters, which are looked at by themselves
		AxeBuilder axe = new AxeBuilder(page).exclude("iframe");
		if (!WITH_PERMISSIONS.contains(scene.name())) {
			axe.exclude(".permissions");
		}
		Stream<String> width = page.evaluate(TOO_WIDE).equals(true) ? Stream.of("is wider than the screen")
				: Stream.of();
		return Stream.concat(width, found(axe, rules).stream());
	}

	private static List<String> found(AxeBuilder axe, UnaryOperator<AxeBuilder> rules) {
		AxeRunOptions options = new AxeRunOptions();
		options.setResultTypes(List.of("violations"));
		// or each look opens a window of its own
		return rules.apply(axe.options(options).setLegacyMode(true))
			.analyze()
			.getViolations()
			.stream()
			.flatMap(EveryPageBrowserTests::inWords)
			.toList();
	}

	private static Stream<String> inWords(Rule rule) {
		return rule.getNodes().stream().map(node -> rule.getHelp() + ": " + node.getHtml());
	}

	private Stream<String> burdens(Page page) {
		Map<?, ?> parts = (Map<?, ?>) page.evaluate(WEIGHTS);
		int weight = parts.values().stream().mapToInt(part -> ((Number) part).intValue()).sum();
		Stream<String> strangers = parts.keySet()
			.stream()
			.map(String::valueOf)
			.filter(part -> !part.startsWith(base() + "/"));
		return Stream.concat(strangers, (weight > BUDGET) ? Stream.of("weighs " + weight + " bytes") : Stream.of());
	}

}
