package com.modalitysystems.onboarding.setup;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import com.modalitysystems.onboarding.customer.ConsentStates;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Refused;
import com.modalitysystems.onboarding.customer.SetupLinks;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.customer.WaitingFor;
import com.modalitysystems.onboarding.process.Onboarding;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where Microsoft sends the administrator back to. Whatever the address says proves
 * nothing, and nothing of it is shown.
 */
@Controller
@RequestMapping("/consent/callback")
class ConsentCallback {

	// Microsoft's error words:
	// https://learn.microsoft.com/entra/identity-platform/reference-error-codes
	private static final Pattern ERROR_WORD = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

	private final Onboarding onboarding;

	private final StrayReturns strays;

	private final ConsentStates states;

	private final Customers customers;

	private final SetupLinks links;

	private final MeterRegistry meters;

	ConsentCallback(Onboarding onboarding, StrayReturns strays, ConsentStates states, Customers customers,
			SetupLinks links, MeterRegistry meters) {
		this.onboarding = onboarding;
		this.strays = strays;
		this.states = states;
		this.customers = customers;
		this.links = links;
		this.meters = meters;
	}

	@GetMapping
	String returned(@RequestParam MultiValueMap<String, String> said, Model model) {
		String error = error(said);
		Optional<String> state = theOnly(said, "state");
		Optional<CustomerReference> whose = state
			.flatMap(known -> this.onboarding.consentReturned(known, error, tenant(said)));
		if (whose.isEmpty()) {
			count(state.map(this.strays::note).orElse("stateless"));
			return "setup/returned-unknown";
		}
		Customer customer = this.customers.require(whose.get());
		PageLanguage.isOfCustomer(customer.language());
		String news = news(customer, error);
		count(news);
		model.addAttribute("news", news);
		// the link may have been replaced meanwhile, because of the very person who
		// returns
		if (state.filter(known -> this.states.isOfLink(known, customer.link())).isPresent()) {
			model.addAttribute("room", this.links.to(customer.link()));
		}
		return "setup/returned";
	}

	/** What the page says: the sentences {@code setup.returned.} of this name. */
	private static String news(Customer customer, @Nullable String error) {
		if (!customer.mayYetConsent()) {
			return "moot";
		}
		if (error != null) {
			return "declined";
		}
		return (customer.waitingFor() == WaitingFor.operator) ? "heldUp" : "checking";
	}

	private void count(String outcome) {
		this.meters.counter("onboarding.callbacks", "outcome", outcome).increment();
	}

	/** Whoever only asks whether the page is there does not end a journey. */
	@RequestMapping(method = RequestMethod.HEAD)
	ResponseEntity<Void> isThere() {
		return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
	}

	// an error counts even beside "admin_consent=True", which Microsoft sends with both
	private static @Nullable String error(MultiValueMap<String, String> said) {
		List<String> errors = said.getOrDefault("error", List.of());
		if (errors.isEmpty()) {
			return null;
		}
		String word = errors.get(0);
		return ERROR_WORD.matcher(word).matches() ? word : "unreadable";
	}

	private static @Nullable TenantId tenant(MultiValueMap<String, String> said) {
		try {
			return theOnly(said, "tenant").map(TenantId::of).orElse(null);
		}
		catch (Refused ex) {
			return null;
		}
	}

	private static Optional<String> theOnly(MultiValueMap<String, String> said, String name) {
		List<String> values = said.getOrDefault(name, List.of());
		return (values.size() == 1) ? Optional.of(values.get(0)) : Optional.empty();
	}

}
