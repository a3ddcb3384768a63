// What we add to Cockpit: the figures on its dashboard, and the way from a process instance to its onboarding.
// Our own pages answer; nothing is computed or written here.

const home = (api) => api.adminApi.replace(/\/camunda\/api\/admin$/, "");

/* within a shadow, neither Cockpit's look changes ours nor ours Cockpit's */
async function shadow(container, api) {
	const host = document.createElement("div");
	host.className = "onboarding-guest";
	const root = host.attachShadow({mode: "open"});
	container.append(host);
	await Promise.all(["/onemeeting.css", "/tables.css", "/insight.css"].map((path) => new Promise((done) => {
		const look = document.createElement("link");
		look.rel = "stylesheet";
		look.href = home(api) + path;
		look.onload = look.onerror = done;
		root.append(look);
	})));
	const place = document.createElement("div");
	place.setAttribute("aria-live", "polite");
	root.append(place);
	return place;
}

async function show(place, api, days) {
	const answer = await fetch(home(api) + "/insight/section?days=" + encodeURIComponent(days), {headers: {Accept: "text/html"}})
		.catch(() => null);
	if (answer?.ok) {
		place.innerHTML = await answer.text();
	} else {
		place.textContent = answer?.status === 403 ? "The figures of all onboardings are for managers."
			: "The figures cannot be shown just now. Load the page again.";
	}
}

const figures = {
	id: "onboarding-insight",
	pluginPoint: "cockpit.dashboard",
	priority: 100,
	async render(container, {api}) {
		const place = await shadow(container, api);
		place.addEventListener("click", (event) => {
			const period = event.target.closest("a[data-days]");
			if (period) {
				event.preventDefault();
				show(place, api, period.dataset.days);
			}
		});
		await show(place, api, "90");
	}
};

const wayToTheOnboarding = {
	id: "onboarding-page",
	pluginPoint: "cockpit.processInstance.runtime.action",
	priority: 100,
	async render(container, {api, processInstanceId}) {
		const answer = await fetch(api.engineApi + "/process-instance/" + encodeURIComponent(processInstanceId),
			{headers: {Accept: "application/json"}}).catch(() => null);
		const reference = answer?.ok ? (await answer.json()).businessKey : null;
		if (/^OM-\w+$/.test(reference ?? "")) {
			const way = document.createElement("a");
			way.className = "btn btn-default onboarding-way";
			way.href = home(api) + "/onboardings/" + reference;
			way.textContent = "The whole onboarding on one page";
			container.append(way);
		}
	}
};

export default [figures, wayToTheOnboarding];
