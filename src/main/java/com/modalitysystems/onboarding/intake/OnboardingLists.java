package com.modalitysystems.onboarding.intake;

import java.io.IOException;
import java.util.List;

import com.modalitysystems.onboarding.customer.CustomerLists;
import com.modalitysystems.onboarding.customer.CustomerQuery;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Many onboardings at once, for the service's own systems. */
@RestController
@RequestMapping("/api/onboardings")
class OnboardingLists implements OnboardingListsDescription {

	private final CustomerLists customers;

	private final OnboardingsFile file;

	OnboardingLists(CustomerLists customers, OnboardingsFile file) {
		this.customers = customers;
		this.file = file;
	}

	@Override
	@GetMapping
	public OnboardingList list(@ModelAttribute Query query) {
		return answer(query.checkAsAddress());
	}

	@Override
	@PostMapping("/search")
	public OnboardingList search(@RequestBody Query query) {
		return answer(query.check());
	}

	@Override
	@GetMapping(path = "/export", produces = OnboardingsFile.TYPE)
	public void export(@ModelAttribute Query query, HttpServletResponse response) throws IOException {
		this.file.send(query.checkAsAddress(), response);
	}

	private OnboardingList answer(CustomerQuery query) {
		List<OnboardingSummary> items = this.customers.page(query).stream().map(OnboardingSummary::of).toList();
		return new OnboardingList(items, query.page(), query.size(), this.customers.count(query));
	}

}
