package com.modalitysystems.onboarding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ViewportSize;

/**
 * A browser for one test. Each page it opens belongs to a person of its own, who shares
 * no cookie with the others.
 */
public final class Browser {

	private static final Path SCREENSHOTS = Path.of("target", "screenshots");

	private static final Path HANDBOOK = Path.of("docs", "screenshots");

	// a loaded machine with two cores is slow
	static final double DEADLINE_MILLIS = 30_000;

	private final com.microsoft.playwright.Browser chromium;

	private final List<BrowserContext> people = new ArrayList<>();

	private final List<String> troubles = new ArrayList<>();

	Browser(com.microsoft.playwright.Browser chromium) {
		this.chromium = chromium;
	}

	/** A page on a desk. */
	public Page wide() {
		return open(new NewContextOptions().setViewportSize(1280, 900));
	}

	/** A page on a desk whose browser speaks this language. */
	public Page wideIn(String language) {
		return open(new NewContextOptions().setViewportSize(1280, 900), language);
	}

	/** A page on a telephone. */
	public Page phone() {
		return open(new NewContextOptions().setViewportSize(390, 844)
			.setDeviceScaleFactor(2)
			.setIsMobile(true)
			.setHasTouch(true));
	}

	/** A page on a desk whose browser runs no scripts. */
	public Page withoutScripts() {
		return open(new NewContextOptions().setViewportSize(1280, 900).setJavaScriptEnabled(false));
	}

	/** A page on a desk, into which a test may bring scripts of its own. */
	public Page openToScripts() {
		return open(new NewContextOptions().setViewportSize(1280, 900).setBypassCSP(true));
	}

	/**
	 * A page in the width of a telephone, into which a test may bring scripts of its own.
	 */
	public Page narrow() {
		return open(new NewContextOptions().setViewportSize(390, 844).setBypassCSP(true));
	}

	/** The smallest telephone, to which the pages' own scripts do not come. */
	public Page smallWithoutScripts() {
		Page page = open(new NewContextOptions().setViewportSize(320, 640)
			.setIsMobile(true)
			.setHasTouch(true)
			.setBypassCSP(true));
		page.route("**/*.js", Route::abort);
		return page;
	}

	/**
	 * Keep a picture of the whole page under {@code target/screenshots}.
	 * @param page what to keep
	 * @param name name of the picture, without ending
	 */
	public Path screenshot(Page page, String name) {
		Path picture = SCREENSHOTS.resolve(name + ".png");
		page.screenshot(new ScreenshotOptions().setPath(picture).setFullPage(true));
		return picture;
	}

	/**
	 * Keep how a page looks on a desk and in the width of a telephone.
	 * @param page what to keep
	 * @param name name of the two pictures, without ending
	 */
	public void look(Page page, String name) {
		screenshot(page, name + "-wide");
		ViewportSize desk = page.viewportSize();
		page.setViewportSize(390, 844);
		screenshot(page, name + "-phone");
		page.setViewportSize(desk.width, desk.height);
	}

	/**
	 * Draw a picture of the handbook anew, when {@code -Dscreenshots.write=true} asks for
	 * it.
	 * @param page what it shows
	 * @param name name of the picture, without ending
	 */
	public void illustrate(Page page, String name) {
		if (Boolean.getBoolean("screenshots.write")) {
			page.evaluate("window.scrollTo(0, 0)");
			page.screenshot(new ScreenshotOptions().setPath(HANDBOOK.resolve(name + ".png")));
		}
	}

	/** Errors that scripts of the pages did not catch. */
	public List<String> troubles() {
		return List.copyOf(this.troubles);
	}

	private Page open(NewContextOptions options) {
		return open(options, "en-GB");
	}

	private Page open(NewContextOptions options, String language) {
		BrowserContext person = this.chromium.newContext(
				options.setLocale(language).setTimezoneId("Europe/London").setReducedMotion(ReducedMotion.REDUCE));
		person.setDefaultTimeout(DEADLINE_MILLIS);
		person.onWebError(error -> this.troubles.add(error.page().url() + ": " + error.error()));
		this.people.add(person);
		return person.newPage();
	}

	/** Keep what every open page shows: picture and source. */
	void keep(String name) {
		List<Page> pages = this.people.stream().flatMap(person -> person.pages().stream()).toList();
		for (int number = 1; number <= pages.size(); number++) {
			keep(pages.get(number - 1), "failures/" + name + "-" + number);
		}
	}

	private void keep(Page page, String name) {
		try {
			Path picture = screenshot(page, name);
			Files.writeString(picture.resolveSibling(picture.getFileName().toString().replace(".png", ".html")),
					"<!-- " + page.url() + " -->\n" + page.content());
			System.out.println("What the page " + page.url() + " showed: " + picture);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (PlaywrightException ex) {
			System.out.println("The page " + page.url() + " could not be kept: " + ex.getMessage());
		}
	}

	void close() {
		this.people.forEach(BrowserContext::close);
		this.people.clear();
	}

}
