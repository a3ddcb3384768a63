package com.modalitysystems.onboarding.setup;

import java.util.Map;
import java.util.function.Consumer;

import com.microsoft.playwright.Page;

/**
 * A page in one of its states.
 *
 * @param name names its pictures
 * @param words what it shows
 * @param visitor the public address from which somebody looks
 * @param way brings a page there
 */
record Scene(String name, String words, String visitor, Consumer<Page> way) {

	/** The address that the customers of the tests gave. */
	static final String HERE = "20.30.40.50";

	Scene(String name, String words, Consumer<Page> way) {
		this(name, words, HERE, way);
	}

	Scene seenFrom(String address) {
		return new Scene(this.name, this.words, address, this.way);
	}

	/** Go there, and unfold whatever is folded. */
	void show(Page page) {
		enter(page);
		page.evaluate("document.querySelectorAll('details').forEach(more => more.open = true)");
	}

	/** Go there. */
	void enter(Page page) {
		page.setExtraHTTPHeaders(Map.of("X-Forwarded-For", this.visitor));
		this.way.accept(page);
	}

}
