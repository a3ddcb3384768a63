package com.modalitysystems.onboarding;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** A mail scanner that cannot leave a link alone. */
final class Robot {

	// every field of a form, whether a person sees it or not; a page can choose no file
	private static final String FILL_IN = """
			form => {
				for (const field of form.querySelectorAll("input:not([type=file]), textarea, select")) {
					const madeUp = { email: "robot@scanner.example", date: "2031-01-01", tel: "+10" }[field.type];
					field.value = madeUp ?? (/address/i.test(field.name) ? "8.8.8.8" : "OM-222222");
				}
			}""";

	// the page is marked, so that one can wait for the next
	private static final String SUBMIT = """
			button => {
				document.documentElement.dataset.left = "yes";
				button.form.requestSubmit(button);
			}""";

	private final HttpClient http = HttpClient.newHttpClient();

	private final Page page;

	private int submitted;

	Robot(Page page) {
		this.page = page;
	}

	/** Ask whether the page is there, fetch it, and run its scripts. */
	Robot lookAt(String link) {
		for (String method : new String[] { "HEAD", "GET", "HEAD" }) {
			assertThat(status(method, link)).isEqualTo(200);
		}
		this.page.navigate(link);
		return this;
	}

	/** Submit each form of the page, with made-up values in each of its fields. */
	Robot submitEverything(String link) {
		return submitAll(link, form -> form.evaluate(FILL_IN));
	}

	/** Press each button of the page, and fill in nothing. */
	Robot pressEverything(String link) {
		return submitAll(link, form -> {
		});
	}

	/** How many forms it has submitted. */
	int submitted() {
		return this.submitted;
	}

	private Robot submitAll(String link, Consumer<Locator> before) {
		this.page.navigate(link);
		int buttons = this.page.locator("form button").count();
		IntStream.range(0, buttons).forEach(number -> {
			this.page.navigate(link);
			Locator button = this.page.locator("form button").nth(number);
			if (button.count() > 0) {
				before.accept(button.locator("xpath=ancestor::form"));
				button.evaluate(SUBMIT);
				this.page.locator("html:not([data-left])").waitFor();
				this.submitted++;
			}
		});
		return this;
	}

	private int status(String method, String link) {
		try {
			return this.http
				.send(HttpRequest.newBuilder(URI.create(link)).method(method, BodyPublishers.noBody()).build(),
						BodyHandlers.discarding())
				.statusCode();
		}
		catch (IOException | InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

}
