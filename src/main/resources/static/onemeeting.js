// Comfort only: every page works without it.
(() => {
	"use strict";

	const language = document.documentElement.lang;
	const inWords = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "medium", timeStyle: "short" });

	function button(text, looks, act) {
		const made = document.createElement("button");
		made.type = "button";
		made.className = looks;
		made.textContent = text;
		made.addEventListener("click", act);
		return made;
	}

	// a button beside each value that asks for one
	function addCopyButton(value) {
		const copy = button(value.dataset.copy, "button-copy", async () => {
			await navigator.clipboard.writeText((value.value ?? value.textContent).trim());
			copy.textContent = value.dataset.copied;
			setTimeout(() => {
				copy.textContent = value.dataset.copy;
			}, 2000);
		});
		copy.setAttribute("aria-describedby", value.id);
		value.after(copy);
	}

	function enhance(part) {
		if (navigator.clipboard) {
			part.querySelectorAll("[data-copy]").forEach(addCopyButton);
		}
		for (const hint of part.querySelectorAll("[data-print]")) {
			hint.after(button(hint.dataset.print, "button-secondary", () => window.print()));
		}
		// a form is sent once, however often the button is pressed
		for (const form of part.querySelectorAll("form[method='post']")) {
			form.addEventListener("submit", (event) => {
				if (form.dataset.sent) {
					event.preventDefault();
				}
				form.dataset.sent = "yes";
			});
		}
		// times in the reader's own zone
		for (const time of part.querySelectorAll("time[datetime]")) {
			time.textContent = inWords.format(new Date(time.dateTime));
		}
	}

	enhance(document);

	// the drawing shows at first where the onboarding stands
	const here = document.querySelector(".drawing #here");
	here?.closest(".drawing").scrollTo(here.x.baseVal.value + 50 - here.closest(".drawing").clientWidth / 2,
		here.y.baseVal.value + 40 - here.closest(".drawing").clientHeight / 2);

	// what was typed comes along into another language
	const request = document.getElementById("request");
	for (const choice of request ? document.querySelectorAll(".languages a") : []) {
		choice.addEventListener("click", (event) => {
			event.preventDefault();
			const before = request.action;
			request.action = choice.href;
			request.submit();
			// who comes back by the back button sends it to where it belongs
			request.action = before;
		});
	}

	window.addEventListener("pageshow", () => {
		for (const form of document.querySelectorAll("form[data-sent]")) {
			delete form.dataset.sent;
		}
	});

	// browsers that were led to a place on the page do not heed autofocus
	document.querySelector(".error-summary")?.focus();

	// what is folded is printed, too
	const folded = () => document.querySelectorAll("details.card:not([open])");
	window.addEventListener("beforeprint", () => folded().forEach((more) => {
		more.open = true;
		more.dataset.unfolded = "yes";
	}));
	window.addEventListener("afterprint", () => document.querySelectorAll("[data-unfolded]").forEach((more) => {
		more.open = false;
		delete more.dataset.unfolded;
	}));

	// --- the set-up room follows what happens ---

	const room = document.getElementById("room");
	if (!room?.dataset.progress) {
		return;
	}

	// said to those who do not see it; beside the room, which is replaced
	const said = document.createElement("p");
	said.className = "visually-hidden";
	said.setAttribute("role", "status");
	room.after(said);

	const fields = () => [...room.querySelectorAll("input:not([readonly], [type=hidden]), textarea, select")];
	const isTyped = (field) => field.value !== field.defaultValue && field.defaultValue !== undefined;
	const isBusy = () => fields().some((field) => isTyped(field) || field === document.activeElement)
		|| room.querySelector(".error-summary, form[data-sent]");

	// how to find the same thing again in the room as it is next
	const sign = (thing) => [thing.tagName, thing.id, thing.getAttribute("name"), thing.getAttribute("href"),
		thing.closest("form")?.getAttribute("action"), thing.matches("summary, button") ? thing.textContent : ""].join("|");
	const same = (signed) => [...room.querySelectorAll("a, button, input, textarea, select, summary")]
		.find((thing) => sign(thing) === signed);

	function show(next) {
		const focused = room.contains(document.activeElement) ? sign(document.activeElement) : null;
		const typed = fields().filter(isTyped).map((field) => [sign(field), field.value]);
		const unfolded = [...room.querySelectorAll("details[open] > summary")].map(sign);
		const before = room.querySelector("#now").textContent;
		room.replaceChildren(...next.childNodes);
		Object.keys(room.dataset).forEach((name) => delete room.dataset[name]);
		Object.assign(room.dataset, next.dataset);
		enhance(room);
		unfolded.map(same).filter(Boolean).forEach((more) => {
			more.parentElement.open = true;
		});
		typed.map(([signed, value]) => [same(signed), value]).filter(([field]) => field).forEach(([field, value]) => {
			field.value = value;
		});
		if (focused) {
			const now = room.querySelector("#now");
			now.tabIndex = -1;
			(same(focused) ?? now).focus({ preventScroll: true });
		}
		const after = room.querySelector("#now").textContent;
		said.textContent = (after !== before) ? after : room.querySelector(".history li:last-child span")?.textContent;
		history.replaceState(null, "", location.pathname);
	}

	function offer(next) {
		room.querySelector(".news")?.remove();
		const news = document.createElement("p");
		news.className = "notice news";
		news.setAttribute("role", "status");
		news.append(room.dataset.changed, " ", button(room.dataset.show, "button-secondary", () => show(next)));
		room.querySelector("h1").after(news);
	}

	async function fetchRoom() {
		const answer = await fetch(location.pathname, { cache: "no-store", headers: { Accept: "text/html" } });
		const page = new DOMParser().parseFromString(await answer.text(), "text/html");
		return answer.ok ? page.getElementById("room") : null;
	}

	let known = room.dataset.version;
	let eager = room.hasAttribute("data-noted") ? 12 : 0;
	let timer;

	async function look() {
		let seconds = 60;
		try {
			const answer = await fetch(room.dataset.progress, { cache: "no-store" });
			if (answer.status === 404) {
				// the link was replaced: what this page offers leads nowhere
				return isBusy() ? undefined : location.reload();
			}
			const progress = await answer.json();
			seconds = (eager-- > 0) ? 5 : progress.seconds;
			if (progress.version !== known) {
				const next = await fetchRoom();
				known = next.dataset.version;
				(isBusy() ? offer : show)(next);
			}
		}
		catch {
			// no network, or no server: later
		}
		return room.dataset.progress ? wait(seconds) : undefined;
	}

	function wait(seconds) {
		clearTimeout(timer);
		timer = document.hidden ? undefined : setTimeout(look, seconds * 1000);
	}

	document.addEventListener("visibilitychange", () => wait(document.hidden ? 60 : 0));
	wait(eager > 0 ? 5 : Number(room.dataset.seconds));
})();
