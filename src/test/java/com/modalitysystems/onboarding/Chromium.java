package com.modalitysystems.onboarding;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/** The Chromium or Chrome of this machine, started once for all tests. */
final class Chromium implements AutoCloseable {

	private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome",
			"google-chrome-stable");

	private static final List<String> PLACES = List.of("/Applications/Chromium.app/Contents/MacOS/Chromium",
			"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
			"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");

	// nothing but the pages under test: no updates, no reports, no address outside this
	// machine
	private static final List<String> QUIET = List.of("--disable-background-networking", "--disable-component-update",
			"--disable-domain-reliability", "--disable-sync", "--no-first-run", "--no-pings",
			"--metrics-recording-only", "--disable-gpu",
			"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");

	private final Playwright playwright;

	private final com.microsoft.playwright.Browser browser;

	Chromium(Path executable) {
		PlaywrightAssertions.setDefaultAssertionTimeout(Browser.DEADLINE_MILLIS);
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.browser = this.playwright.chromium()
			.launch(new LaunchOptions().setExecutablePath(executable)
				// root may not use the sandbox of Chromium
				.setChromiumSandbox(false)
				.setArgs(QUIET));
	}

	com.microsoft.playwright.Browser browser() {
		return this.browser;
	}

	@Override
	public void close() {
		this.playwright.close();
	}

	/** Where the browser is: what {@code CHROMIUM} names, or the first that is found. */
	static Optional<Path> find(Map<String, String> environment) {
		String named = environment.get("CHROMIUM");
		if (named != null && !named.isBlank()) {
			return Optional.of(Path.of(named)).filter(Files::isExecutable);
		}
		Stream<Path> onThePath = Stream.of(Objects.toString(environment.get("PATH"), "").split(File.pathSeparator))
			.filter(folder -> !folder.isEmpty())
			.flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
		return Stream.concat(onThePath, PLACES.stream().map(Path::of)).filter(Files::isExecutable).findFirst();
	}

}
