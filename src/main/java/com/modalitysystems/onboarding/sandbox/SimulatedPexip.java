package com.modalitysystems.onboarding.sandbox;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The configuration API of the Pexip management node. */
@Profile("sandbox")
@RestController
@RequestMapping("/sandbox/pexip" + PexipResource.ROOT
		+ "{resource:azure_tenant|teams_proxy|conference|conference_alias|gateway_routing_rule}/")
class SimulatedPexip {

	private static final String ONE = "{id:\\d{1,18}}/";

	private final PexipCaller caller;

	private final PexipObjects objects;

	private final PexipCheck check;

	private final PexipFilter filter;

	private final SandboxSettings settings;

	SimulatedPexip(PexipCaller caller, PexipObjects objects, PexipCheck check, PexipFilter filter,
			SandboxSettings settings) {
		this.caller = caller;
		this.objects = objects;
		this.check = check;
		this.filter = filter;
		this.settings = settings;
	}

	@GetMapping
	PexipPage.ObjectPage list(@PathVariable PexipResource resource, @RequestParam Map<String, String> parameters,
			HttpServletRequest request) {
		this.caller.check(request);
		PexipPage page = PexipPage.of(parameters);
		return page.show(PexipResource.ROOT + resource + "/", parameters, this.filter.find(resource, parameters));
	}

	@PostMapping
	ResponseEntity<Void> add(@PathVariable PexipResource resource, @RequestBody(required = false) @Nullable String body,
			HttpServletRequest request) {
		return changing(request, () -> {
			ObjectNode given = this.check.parse(body, request.getContentType());
			ObjectNode whole = this.check.whole(resource, given, -1);
			refuseBeyondLicence(resource);
			long id = this.objects.add(resource, whole);
			return ResponseEntity.status(HttpStatus.CREATED)
				.header(HttpHeaders.LOCATION, this.settings.url() + "/pexip" + resource.uri(id))
				.build();
		});
	}

	/** As on the real node, this deletes every object of the kind. */
	@DeleteMapping
	ResponseEntity<Void> deleteAll(@PathVariable PexipResource resource, HttpServletRequest request) {
		return changing(request, () -> {
			this.objects.removeAll(resource);
			return ResponseEntity.noContent().build();
		});
	}

	@GetMapping(ONE)
	ObjectNode get(@PathVariable PexipResource resource, @PathVariable long id, HttpServletRequest request) {
		this.caller.check(request);
		return require(resource, id);
	}

	@PatchMapping(ONE)
	ResponseEntity<Void> patch(@PathVariable PexipResource resource, @PathVariable long id,
			@RequestBody(required = false) @Nullable String body, HttpServletRequest request) {
		return changing(request, () -> {
			ObjectNode before = require(resource, id);
			ObjectNode given = this.check.parse(body, request.getContentType());
			this.objects.store(resource, id, this.check.changed(resource, before, given, id));
			return ResponseEntity.accepted().build();
		});
	}

	@PutMapping(ONE)
	ResponseEntity<Void> put(@PathVariable PexipResource resource, @PathVariable long id,
			@RequestBody(required = false) @Nullable String body, HttpServletRequest request) {
		return changing(request, () -> {
			require(resource, id);
			ObjectNode given = this.check.parse(body, request.getContentType());
			this.objects.store(resource, id, this.check.whole(resource, given, id));
			return ResponseEntity.noContent().build();
		});
	}

	@DeleteMapping(ONE)
	ResponseEntity<Void> delete(@PathVariable PexipResource resource, @PathVariable long id,
			HttpServletRequest request) {
		return changing(request, () -> {
			require(resource, id);
			List<String> protectors = this.objects.protectors(resource, id);
			if (!protectors.isEmpty()) {
				throw PexipError.general("Cannot delete " + resource.uri(id)
						+ " because it is referenced through protected foreign keys: " + protectors);
			}
			this.objects.remove(resource, id);
			return ResponseEntity.noContent().build();
		});
	}

	private <T> T changing(HttpServletRequest request, Supplier<T> act) {
		this.caller.check(request);
		return this.objects.alone(act);
	}

	private ObjectNode require(PexipResource resource, long id) {
		return this.objects.find(resource, id).orElseThrow(PexipError::notFound);
	}

	private void refuseBeyondLicence(PexipResource resource) {
		if (resource == PexipResource.azure_tenant
				&& this.objects.count(resource) >= this.settings.pexip().teamsLicences()) {
			throw PexipError.general("Insufficient Teams licenses.");
		}
	}

}
