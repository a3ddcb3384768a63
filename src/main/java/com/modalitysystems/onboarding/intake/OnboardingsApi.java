package com.modalitysystems.onboarding.intake;

import java.net.URI;
import java.security.Principal;
import java.util.List;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.process.Onboarding;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Onboardings over HTTP, for the service's own systems. */
@RestController
@RequestMapping("/api/onboardings")
class OnboardingsApi implements OnboardingsApiDescription {

	private final Intake intake;

	private final Onboarding onboarding;

	private final KnownOnboardings known;

	private final Trail trail;

	private final IntakeSettings.Limits limits;

	OnboardingsApi(Intake intake, Onboarding onboarding, KnownOnboardings known, Trail trail, IntakeSettings settings) {
		this.intake = intake;
		this.onboarding = onboarding;
		this.known = known;
		this.trail = trail;
		this.limits = settings.limits();
	}

	@Override
	@PostMapping
	public ResponseEntity<Receipt> begin(@RequestBody OnboardingOrder order,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, Principal user) {
		order.check();
		Receipt receipt = this.intake.begin(order.toRequest(), IdempotencyKey.of(key).value(),
				Caller.ofApi(user.getName(), this.limits));
		return ResponseEntity.created(URI.create("/api/onboardings/" + receipt.reference())).body(receipt);
	}

	@Override
	@GetMapping("/{reference}")
	public OnboardingDetails one(@PathVariable String reference) {
		return this.known.details(this.known.find(reference));
	}

	@Override
	@GetMapping("/{reference}/trail")
	public List<TrailEntry> trail(@PathVariable String reference) {
		return this.trail.of(this.known.find(reference).reference()).stream().map(TrailEntry::of).toList();
	}

	@Override
	@PostMapping("/{reference}/cancel")
	@ResponseStatus(HttpStatus.ACCEPTED)
	public OnboardingDetails cancel(@PathVariable String reference, @RequestBody Cancellation cancellation,
			Principal user) {
		CustomerReference whose = this.known.find(reference).reference();
		String reason = cancellation.checkedReason();
		return this.known.after(this.onboarding.cancel(whose, reason, by(user)), whose);
	}

	@Override
	@PostMapping("/{reference}/resend")
	@ResponseStatus(HttpStatus.ACCEPTED)
	public OnboardingDetails resend(@PathVariable String reference, Principal user) {
		CustomerReference whose = this.known.find(reference).reference();
		return this.known.after(this.onboarding.resend(whose, by(user)), whose);
	}

	@Override
	@PostMapping("/{reference}/link")
	@ResponseStatus(HttpStatus.ACCEPTED)
	public OnboardingDetails replaceLink(@PathVariable String reference, Principal user) {
		CustomerReference whose = this.known.find(reference).reference();
		return this.known.after(this.onboarding.replaceLink(whose, by(user)), whose);
	}

	private static Actor by(Principal user) {
		return Actor.staff(user.getName());
	}

}
