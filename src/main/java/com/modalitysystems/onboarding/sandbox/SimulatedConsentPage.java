package com.modalitysystems.onboarding.sandbox;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The page on which an administrator consents to an application for a tenant. */
@Profile("sandbox")
@Controller
class SimulatedConsentPage {

	private static final String PATH = "/sandbox/login/{tenant}/v2.0/adminconsent";

	private final ConsentRequests requests;

	private final Tenants tenants;

	private final Clock clock;

	SimulatedConsentPage(ConsentRequests requests, Tenants tenants, Clock clock) {
		this.requests = requests;
		this.tenants = tenants;
		this.clock = clock;
	}

	@GetMapping(PATH)
	ModelAndView show(@PathVariable String tenant, @RequestParam Map<String, String> parameters) {
		ConsentRequest request = this.requests.check(tenant, parameters);
		return new ModelAndView("sandbox/consent", Map.of("request", request, "permissions", GraphPermission.values(),
				"tenants", this.requests.mayAnswer()));
	}

	@PostMapping(PATH)
	ModelAndView decide(@PathVariable String tenant, @RequestParam Map<String, String> parameters,
			@RequestParam String decision, @RequestParam UUID signedInTo, @RequestParam String role) {
		ConsentRequest request = this.requests.check(tenant, parameters);
		if (!decision.equals("accept")) {
			String why = declined().description(UUID.randomUUID(), UUID.randomUUID(), this.clock);
			return backTo(request.declined(why));
		}
		if (!Set.of("global", "privileged").contains(role)) {
			throw new ConsentRequest.Refused(90094, "An administrator of your organization must consent:"
					+ " the application needs permissions that only an administrator can grant.");
		}
		this.requests.requireTenant(signedInTo);
		this.tenants.accept(signedInTo);
		return backTo(request.granted(signedInTo));
	}

	private static EntraError declined() {
		return new EntraError(HttpStatus.BAD_REQUEST, "consent_required", 65004,
				"The resource owner or authorization server denied the request.");
	}

	private static ModelAndView backTo(String uri) {
		RedirectView redirect = new RedirectView(uri);
		redirect.setStatusCode(HttpStatus.FOUND);
		// the address is complete and encoded
		redirect.setExpandUriTemplateVariables(false);
		redirect.setExposeModelAttributes(false);
		return new ModelAndView(redirect);
	}

	@ExceptionHandler
	ModelAndView refused(ConsentRequest.Refused refused) {
		ModelAndView page = new ModelAndView("sandbox/consent-refused", "refused", refused);
		page.setStatus(HttpStatus.BAD_REQUEST);
		return page;
	}

}
