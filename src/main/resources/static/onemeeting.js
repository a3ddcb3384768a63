// Comfort only: every page works without it.
(() => {
	"use strict";

	// a copy button beside each value that asks for one
	for (const value of document.querySelectorAll("[data-copy]")) {
		if (!navigator.clipboard) {
			break;
		}
		const button = document.createElement("button");
		button.type = "button";
		button.className = "button-copy";
		button.textContent = value.dataset.copy;
		button.setAttribute("aria-describedby", value.id);
		button.addEventListener("click", async () => {
			await navigator.clipboard.writeText((value.value ?? value.textContent).trim());
			button.textContent = value.dataset.copied;
			setTimeout(() => {
				button.textContent = value.dataset.copy;
			}, 2000);
		});
		value.after(button);
	}

	// a form is sent once, however often the button is pressed
	for (const form of document.querySelectorAll("form[method='post']")) {
		form.addEventListener("submit", (event) => {
			if (form.dataset.sent) {
				event.preventDefault();
			}
			form.dataset.sent = "yes";
		});
	}
	window.addEventListener("pageshow", () => {
		for (const form of document.querySelectorAll("form[data-sent]")) {
			delete form.dataset.sent;
		}
	});

	// times in the reader's own zone
	const language = document.documentElement.lang;
	const inWords = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "medium", timeStyle: "short" });
	for (const time of document.querySelectorAll("time[datetime]")) {
		time.textContent = inWords.format(new Date(time.dateTime));
	}

	const summary = document.querySelector(".error-summary");
	if (summary) {
		summary.tabIndex = -1;
		summary.focus();
	}
})();
