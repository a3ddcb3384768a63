package com.modalitysystems.onboarding.intake;

import java.util.List;
import java.util.Optional;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.process.Onboarding;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a request, from whichever door, once. */
@Service
class Intake {

	private final Onboarding onboarding;

	private final Submissions submissions;

	private final Limits limits;

	private final IntakeSettings settings;

	private final TransactionTemplate transaction;

	Intake(Onboarding onboarding, Submissions submissions, Limits limits, IntakeSettings settings,
			PlatformTransactionManager transactions) {
		this.onboarding = onboarding;
		this.submissions = submissions;
		this.limits = limits;
		this.settings = settings;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Begin an onboarding.
	 * @param request what was asked for
	 * @param key under which it was sent; sent again, it gets the first answer again
	 * @param caller who asks
	 * @throws com.modalitysystems.onboarding.customer.RequestRefused with every mistake;
	 * nothing is counted then
	 * @throws com.modalitysystems.onboarding.customer.AlreadyOnboarding if the tenant has
	 * an open or live onboarding
	 * @throws SubmissionChanged if something else was sent under this key
	 * @throws TooManyRequests if a limit is used up
	 */
	Receipt begin(OnboardingRequest request, String key, Caller caller) {
		List<Limit> counted = caller.limitsWith(request.accept().administrator().email(), this.settings.limits());
		// before the transaction: counting takes a connection of its own
		Optional<TooManyRequests> tooMany = this.limits.take(counted);
		Submission submission = new Submission(caller.name(), key, request);
		Optional<Receipt> begun = this.transaction.execute(status -> begin(submission, caller.actor(), tooMany));
		if (begun.isPresent()) {
			return begun.get();
		}
		if (tooMany.isEmpty()) {
			this.limits.giveBack(counted);
		}
		return this.submissions.answerTo(submission);
	}

	private Optional<Receipt> begin(Submission submission, Actor actor, Optional<TooManyRequests> tooMany) {
		if (!this.submissions.claim(submission)) {
			return Optional.empty();
		}
		tooMany.ifPresent(refusal -> {
			throw refusal;
		});
		Receipt receipt = Receipt.of(this.onboarding.begin(submission.request(), actor));
		this.submissions.answer(submission, receipt);
		return Optional.of(receipt);
	}

}
