package com.modalitysystems.onboarding.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.microsoft.playwright.Page;
import com.modalitysystems.onboarding.Browser;
import com.modalitysystems.onboarding.BrowserTest;
import org.junit.jupiter.api.Test;

/**
 * Draws the pictures in {@code docs/} anew, and the one on the page of each onboarding.
 * It is no test, and runs when it is called:
 * {@code ./mvnw -q test -Dtest=DrawingPictures}.
 */
@BrowserTest
class DrawingPictures {

	static final Path DOCS = Path.of("docs");

	/** Where the application finds the picture on which it marks a place. */
	static final Path PAGES = Path.of("src", "main", "resources", "process");

	@Test
	void draw(Browser browser) throws IOException {
		Files.createDirectories(DOCS);
		Page page = browser.wide();
		for (Path drawing : Drawing.files(Path.of("bpmn"), ".bpmn")) {
			Path picture = Picture.of(drawing, DOCS);
			String svg = Picture.draw(drawing, page);
			Files.writeString(picture, svg);
			if (drawing.endsWith("onboarding.bpmn")) {
				Files.writeString(Picture.of(drawing, PAGES), Picture.forPages(svg));
			}
			page.setContent("<body style='margin: 0'>" + svg);
			browser.screenshot(page, "drawing-" + Drawing.withoutEnding(drawing));
			System.out.println("Drawn: " + picture);
		}
	}

}
