package com.modalitysystems.onboarding.sandbox;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.modalitysystems.onboarding.time.SettableClock;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a person looks at the simulated world. */
@Profile("sandbox")
@Controller
@RequestMapping(path = "/sandbox", produces = MediaType.TEXT_HTML_VALUE)
class Console {

	private static final int SHOWN = 200;

	private static final Comparator<World.Thing> BY_PRIORITY = Comparator
		.comparing(rule -> rule.body().path("properties").path("priority").asInt());

	private static final Comparator<SimulatedTenant> CUSTOMERS_FIRST = Comparator
		.comparing(tenant -> tenant.goodFor() != null && tenant.goodFor().endsWith(Seeds.NEVER_A_CUSTOMER));

	private static final Words WORDS = new Words();

	private final Tenants tenants;

	private final SecurityRules rules;

	private final World world;

	private final Mailbox mailbox;

	private final Faults faults;

	private final Journal journal;

	private final SettableClock clock;

	private final SandboxSettings settings;

	Console(Tenants tenants, SecurityRules rules, World world, Mailbox mailbox, Faults faults, Journal journal,
			SettableClock clock, SandboxSettings settings) {
		this.tenants = tenants;
		this.rules = rules;
		this.world = world;
		this.mailbox = mailbox;
		this.faults = faults;
		this.journal = journal;
		this.clock = clock;
		this.settings = settings;
	}

	@ModelAttribute
	void everyPage(Model model) {
		model.addAttribute("now", this.clock.instant());
		model.addAttribute("ahead", WORDS.span(this.clock.ahead()));
		model.addAttribute("words", WORDS);
		model.addAttribute("letterCount", this.mailbox.count());
		model.addAttribute("faultCount", this.faults.waiting().size());
	}

	@GetMapping
	String tenants(Model model) {
		model.addAttribute("tenants", this.tenants.all().stream().sorted(CUSTOMERS_FIRST).toList());
		model.addAttribute("home", this.settings.homeTenant());
		model.addAttribute("consumers", Seeds.CONSUMERS);
		model.addAttribute("states", ConsentState.values());
		return "sandbox/tenants";
	}

	@GetMapping("/tenants")
	String sameTenants() {
		return "redirect:/sandbox";
	}

	@GetMapping("/mail")
	String mail(@RequestParam(required = false) @Nullable Long letter, Model model) {
		List<Letter.Arrived> letters = this.mailbox.letters(SHOWN);
		model.addAttribute("letters", letters);
		if (letter != null) {
			this.mailbox.find(letter).ifPresent(found -> model.addAttribute("opened", found));
		}
		else if (!letters.isEmpty()) {
			model.addAttribute("opened", letters.get(0));
		}
		model.addAttribute("chosen", letter != null);
		return "sandbox/mail";
	}

	/** What a letter looks like, locked up so that it can do nothing but be looked at. */
	@GetMapping("/mail/{id}/html")
	ResponseEntity<String> letter(@PathVariable long id) {
		return this.mailbox.find(id)
			.map(arrived -> arrived.letter().html())
			.map(html -> ResponseEntity.ok()
				.contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
				.header("Content-Security-Policy",
						"sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'")
				.body(html.replaceFirst("(?i)<head[^>]*>|^(?!\\s*<!doctype)", "$0<base target=\"_blank\">")))
			.orElseGet(() -> ResponseEntity.notFound().build());
	}

	@GetMapping("/rules")
	String rules(Model model) {
		model.addAttribute("rules", this.rules.things().stream().sorted(BY_PRIORITY).toList());
		model.addAttribute("group", this.settings.securityGroup());
		return "sandbox/rules";
	}

	@GetMapping("/pexip-objects")
	String pexipObjects(Model model) {
		Map<PexipResource, List<World.Thing>> objects = new EnumMap<>(PexipResource.class);
		Arrays.stream(PexipResource.values())
			.forEach(resource -> objects.put(resource, this.world.things(resource.kind())));
		model.addAttribute("objects", objects);
		return "sandbox/pexip-objects";
	}

	@GetMapping("/faults")
	String faults(Model model) {
		model.addAttribute("faults", this.faults.waiting());
		model.addAttribute("presets", FaultPreset.ALL);
		model.addAttribute("targets", Target.values());
		return "sandbox/faults";
	}

	@GetMapping("/journal")
	String journal(@RequestParam(required = false) @Nullable Target target, Model model) {
		model.addAttribute("entries", this.journal.entries(target, SHOWN));
		model.addAttribute("targets", Target.values());
		model.addAttribute("target", target);
		return "sandbox/journal";
	}

}
