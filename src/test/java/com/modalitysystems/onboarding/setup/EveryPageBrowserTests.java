package com.modalitysystems.onboarding.setup;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.modalitysystems.onboarding.Browser;
import com.modalitysystems.onboarding.BrowserTest;
import com.modalitysystems.onboarding.customer.CustomerWishes;
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

	// as they travel; what comes from the cache counts, too
	private static final String WEIGHTS = """
			Object.fromEntries([...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
				.map(part => [part.name, part.encodedBodySize]))""";

	private static final String TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth";

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
		assertThat(troubles(browser.openToScripts(), (scene, page) -> {
			// before the looking for barriers brings its script into the page
			List<String> burdens = burdens(page).toList();
			return Stream.concat(burdens.stream(), barriers(scene, page, axe -> axe.withTags(WCAG_AND_MORE)));
		})).isEmpty();
		assertThat(browser.troubles()).isEmpty();
	}

	@Test
	void everybodyCanUseEachPageInTheDarkOnTheSmallestTelephoneWithoutScripts(Browser browser) {
		Page page = browser.smallWithoutScripts();
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		assertThat(troubles(page, (scene, shown) -> barriers(scene, shown, axe -> axe.withTags(WCAG_AND_MORE))))
			.isEmpty();
	}

	@Test
	void everybodyCanReadEachLetter(Browser browser) {
		Page page = browser.openToScripts();
		page.navigate(base() + "/sandbox/letters");
		List<String> letters = page.locator("a[href$='/html']")
			.all()
			.stream()
			.map(link -> link.getAttribute("href"))
			.toList();
		assertThat(letters).isNotEmpty().allSatisfy(letter -> {
			page.navigate(base() + letter);
			assertThat(found(new AxeBuilder(page), axe -> axe.withTags(WCAG))).isEmpty();
		});
	}

	private List<String> troubles(Page page, BiFunction<Scene, Page, Stream<String>> look) {
		return this.scenes.stream().flatMap(scene -> {
			scene.show(page);
			return look.apply(scene, page).map(trouble -> scene.name() + ": " + trouble);
		}).toList();
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
