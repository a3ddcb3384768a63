package com.modalitysystems.onboarding.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.Clip;
import com.microsoft.playwright.options.ColorScheme;
import com.modalitysystems.onboarding.Browser;
import com.modalitysystems.onboarding.BrowserTest;
import com.modalitysystems.onboarding.customer.CustomerWishes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code docs/gallery.md} shows every page in every state. With
 * {@code -Dscreenshots.write=true} it is made anew.
 */
@BrowserTest
class GalleryBrowserTests extends SetupRoomTest {

	private static final Path DOCUMENT = Path.of("docs", "gallery.md");

	private static final Path PICTURES = Path.of("docs", "gallery");

	private static final long MOST_BYTES = 7_500_000;

	private static final int DESK = 832;

	private static final int TELEPHONE = 390;

	// what comes below looks the same on many pages
	private static final double TWO_SCREENS = 1800;

	// shown from top to bottom; of the others, what differs
	private static final Set<String> WHOLE = Set.of("setup-consent", "setup-policy", "setup-live", "staff-one");

	private static final Set<String> ALSO_DARK = Set.of("home", "request-mistakes", "setup-consent", "setup-incomplete",
			"setup-policy", "unknown-link");

	private static final String END_OF_WHAT_DIFFERS = """
			Math.max(...[...document.querySelectorAll("#room .first, #room .with-aside > aside")]
				.filter(part => part.offsetLeft + part.offsetWidth > innerWidth / 2 || part.matches(".first"))
				.map(part => part.getBoundingClientRect().bottom + scrollY), 0)""";

	@Autowired
	private CustomerWishes wishes;

	@Autowired
	private Clock clock;

	private Scenes scenes;

	@BeforeEach
	void everyPage() {
		this.scenes = new Scenes(this, this.wishes, this.clock);
	}

	@Test
	void galleryShowsEachPageInEachState() throws IOException {
		if (Boolean.getBoolean("screenshots.write")) {
			Files.writeString(DOCUMENT, document());
		}
		assertThat(Files.readString(DOCUMENT)).isEqualTo(document());
		assertThat(pictures()).containsExactlyElementsOf(expectedPictures());
		assertThat(pictures().stream().mapToLong(picture -> PICTURES.resolve(picture).toFile().length()).sum())
			.isLessThan(MOST_BYTES);
	}

	@Test
	@EnabledIfSystemProperty(named = "screenshots.write", matches = "true")
	void aPictureOfEachIsTakenAnew(Browser browser) throws IOException {
		Files.createDirectories(PICTURES);
		for (String old : pictures()) {
			Files.delete(PICTURES.resolve(old));
		}
		Page desk = browser.openToScripts();
		Page telephone = browser.narrow();
		for (Scene scene : this.scenes.all()) {
			take(scene, desk, "wide", DESK);
			take(scene, telephone, "phone", TELEPHONE);
		}
	}

	private void take(Scene scene, Page page, String kind, int width) throws IOException {
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
		scene.enter(page);
		page.addStyleTag(new Page.AddStyleTagOptions().setContent(".sandbox-banner { display: none; }"));
		save(scene, page, scene.name() + "-" + kind, width);
		if (kind.equals("wide") && ALSO_DARK.contains(scene.name())) {
			page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
			save(scene, page, scene.name() + "-" + kind + "-dark", width);
		}
	}

	private void save(Scene scene, Page page, String name, int width) throws IOException {
		ScreenshotOptions options = new ScreenshotOptions().setFullPage(true);
		if (!WHOLE.contains(scene.name())) {
			options.setClip(new Clip(0, 0, page.viewportSize().width, endOfWhatDiffers(page)));
		}
		Snapshot.of(page.screenshot(options)).wide(width).write(PICTURES.resolve(name + ".png"));
	}

	private static double endOfWhatDiffers(Page page) {
		double end = ((Number) page.evaluate(END_OF_WHAT_DIFFERS)).doubleValue();
		double height = ((Number) page.evaluate("document.documentElement.scrollHeight")).doubleValue();
		return Math.min(TWO_SCREENS, (end > 0) ? end + 24 : height);
	}

	private String document() {
		return """
				# Gallery

				Every page in every state, on a desk and on a telephone, as `./mvnw -q test -Dtest=GalleryBrowserTests -Dscreenshots.write=true` finds it.
				The same scenes are looked at by axe-core in each build (`EveryPageBrowserTests`). Where pages differ only in their upper part, only that is shown.
				"""
				+ this.scenes.byPlace()
					.entrySet()
					.stream()
					.map(place -> "\n## " + place.getKey() + "\n"
							+ place.getValue()
								.stream()
								.map(GalleryBrowserTests::paragraph)
								.collect(Collectors.joining()))
					.collect(Collectors.joining());
	}

	private static String paragraph(Scene scene) {
		return "\n### " + scene.words() + "\n\n" + pictures(scene)
			.map(picture -> "<img src=\"gallery/" + picture + "\" width=\"" + (picture.contains("-phone") ? 240 : 620)
					+ "\" alt=\"" + scene.words() + (picture.contains("-phone") ? ", on a telephone" : ", on a desk")
					+ (picture.contains("-dark") ? ", in the dark" : "") + "\">")
			.collect(Collectors.joining("\n")) + "\n";
	}

	private static Stream<String> pictures(Scene scene) {
		Stream<String> light = Stream.of("-wide", "-phone");
		return (ALSO_DARK.contains(scene.name()) ? Stream.concat(light, Stream.of("-wide-dark")) : light)
			.map(kind -> scene.name() + kind + ".png");
	}

	private Set<String> expectedPictures() {
		return this.scenes.all()
			.stream()
			.flatMap(GalleryBrowserTests::pictures)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> pictures() throws IOException {
		try (Stream<Path> files = Files.list(PICTURES)) {
			return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
		}
	}

}
