package com.modalitysystems.onboarding;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The browser of the tests, tried on a small page of its own. */
@BrowserTest
class BrowserSupportTests {

	private static final String PAGE = """
			<!doctype html><meta name="viewport" content="width=device-width"><title>Small page</title>
			<h1 onclick="document.cookie = 'seen=1'; this.textContent = 'Clicked'">Hello</h1>
			<p id="cookie"></p>
			<script>document.getElementById('cookie').textContent = 'Cookie: ' + document.cookie</script>
			""";

	private HttpServer server;

	@BeforeEach
	void serve() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", BrowserSupportTests::answer);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void aPersonSeesAndClicks(Browser browser) {
		Page page = browser.wide();
		page.navigate(url());
		page.getByText("Hello").click();
		assertThat(page.locator("h1")).hasText("Clicked");
		assertThat(browser.screenshot(page, "browser-support-wide")).isRegularFile();
	}

	@Test
	void twoPeopleShareNoCookie(Browser browser) {
		Page first = browser.wide();
		first.navigate(url());
		first.getByText("Hello").click();
		first.reload();
		Page second = browser.phone();
		second.navigate(url());
		assertThat(first.locator("#cookie")).hasText("Cookie: seen=1");
		assertThat(second.locator("#cookie")).hasText("Cookie:");
	}

	@Test
	void aTelephoneIsNarrow(Browser browser) {
		Page page = browser.phone();
		page.navigate(url());
		assertThat(page.evaluate("window.innerWidth")).isEqualTo(390);
		assertThat(browser.screenshot(page, "browser-support-phone")).isRegularFile();
	}

	@Test
	void aBrowserWithoutScriptsRunsNone(Browser browser) {
		Page page = browser.withoutScripts();
		page.navigate(url());
		assertThat(page.locator("h1")).hasText("Hello");
		assertThat(page.locator("#cookie")).hasText("");
	}

	@Test
	void theOutsideWorldIsOutOfReach(Browser browser) {
		assertThatExceptionOfType(PlaywrightException.class)
			.isThrownBy(() -> browser.wide().navigate("http://example.com/"))
			.withMessageContaining("ERR_NAME_NOT_RESOLVED");
	}

	@Test
	void whatAFailedTestSawIsKept(Browser browser) {
		browser.wide().navigate(url());
		browser.keep("kept-on-purpose");
		Path kept = Path.of("target", "screenshots", "failures");
		assertThat(kept.resolve("kept-on-purpose-1.png")).isRegularFile();
		assertThat(kept.resolve("kept-on-purpose-1.html")).content().contains("<h1", url());
	}

	private String url() {
		return "http://localhost:" + this.server.getAddress().getPort() + "/";
	}

	private static void answer(HttpExchange exchange) throws IOException {
		byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "text/html");
		exchange.sendResponseHeaders(200, page.length);
		exchange.getResponseBody().write(page);
		exchange.close();
	}

}
