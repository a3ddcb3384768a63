package com.modalitysystems.onboarding.sandbox;

import java.net.URI;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The Teams Connector's own consent page: the same for all customers, it leads to
 * Microsoft's, and from there back to itself and to nobody else.
 */
@Profile("sandbox")
@Controller
class SimulatedConnectorPage {

	private static final String BACK = "/connector/consented";

	private final SandboxSettings settings;

	SimulatedConnectorPage(SandboxSettings settings) {
		this.settings = settings;
	}

	@GetMapping("/sandbox/connector/adminconsent")
	ResponseEntity<Void> lead() {
		URI microsoft = UriComponentsBuilder.fromUri(this.settings.url())
			.path("/login/organizations/v2.0/adminconsent")
			.queryParam("client_id", "{client}")
			.queryParam("scope", "{scope}")
			.queryParam("redirect_uri", "{back}")
			.encode()
			.buildAndExpand(application().clientId(), SimulatedSignIn.GRAPH + "/.default", this.settings.url() + BACK)
			.toUri();
		return ResponseEntity.status(HttpStatus.FOUND).location(microsoft).build();
	}

	@GetMapping("/sandbox" + BACK)
	String back(@RequestParam(name = "tenant", required = false) @Nullable String tenant,
			@RequestParam(name = "error", required = false) @Nullable String error, Model model) {
		Optional.ofNullable(tenant).filter(granted -> error == null).ifPresent(granted -> {
			model.addAttribute("tenant", granted);
			model.addAttribute("trusted", application().clientId());
		});
		return "sandbox/connector";
	}

	/** The one that customers consent to. */
	private SandboxSettings.Application application() {
		return this.settings.applications()
			.stream()
			.filter(SandboxSettings.Application::multiTenant)
			.findFirst()
			.orElseThrow();
	}

}
