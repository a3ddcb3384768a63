package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.conference.RecordedPlaces;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.firewall.RecordedRules;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What onboardings have in Azure and on Pexip; neither is asked, so neither can fail. */
@Component
@Transactional(readOnly = true)
public class Provisions {

	private final RecordedRules rules;

	private final RecordedPlaces places;

	Provisions(RecordedRules rules, RecordedPlaces places) {
		this.rules = rules;
		this.places = places;
	}

	public Provision of(CustomerReference reference) {
		return new Provision(this.rules.lastOf(reference).map(Provision.Rule::of).orElse(null),
				this.places.of(reference).map(Provision.Place::of).orElse(null));
	}

}
