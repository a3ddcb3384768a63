package com.modalitysystems.onboarding.intake;

import java.security.Principal;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.process.Amendments;
import com.modalitysystems.onboarding.process.Onboarding;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What other systems change about an onboarding that is under way. */
@RestController
@RequestMapping("/api/onboardings/{reference}")
class AmendmentsApi implements AmendmentsApiDescription {

	private final KnownOnboardings known;

	private final Amendments amendments;

	private final Onboarding onboarding;

	AmendmentsApi(KnownOnboardings known, Amendments amendments, Onboarding onboarding) {
		this.known = known;
		this.amendments = amendments;
		this.onboarding = onboarding;
	}

	@Override
	@PostMapping("/correct")
	@ResponseStatus(HttpStatus.ACCEPTED)
	public OnboardingDetails correct(@PathVariable String reference, @RequestBody OnboardingCorrection correction,
			Principal user) {
		CustomerReference whose = this.known.find(reference).reference();
		return this.known.after(this.amendments.correct(whose, correction.toRequest(), by(user)), whose);
	}

	@Override
	@PostMapping("/hand-over")
	@ResponseStatus(HttpStatus.ACCEPTED)
	public OnboardingDetails handOver(@PathVariable String reference, @RequestBody OnboardingSuccessor successor,
			Principal user) {
		CustomerReference whose = this.known.find(reference).reference();
		return this.known.after(this.amendments.handOver(whose, successor.toSuccessor(), by(user)), whose);
	}

	@Override
	@PostMapping("/renew")
	@ResponseStatus(HttpStatus.ACCEPTED)
	public OnboardingDetails renew(@PathVariable String reference, Principal user) {
		CustomerReference whose = this.known.find(reference).reference();
		return this.known.after(this.onboarding.renew(whose, by(user)), whose);
	}

	private static Actor by(Principal user) {
		return Actor.staff(user.getName());
	}

}
