package com.modalitysystems.onboarding.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.modalitysystems.onboarding.customer.AlreadyOnboarding;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.NewCustomer;
import com.modalitysystems.onboarding.customer.RefusalSentences;
import com.modalitysystems.onboarding.customer.RequestRefused;
import com.modalitysystems.onboarding.intake.RequestFile.Row;
import com.modalitysystems.onboarding.intake.RowResult.Outcome;
import com.modalitysystems.onboarding.intake.RowResult.Said;

import org.springframework.stereotype.Service;

/**
 * Takes requests by the file, each row for itself: what is wrong with one does not hold
 * up the others, and a row that comes again begins nothing again.
 */
@Service
class FileIntake {

	private final Intake intake;

	private final Submissions submissions;

	private final Customers customers;

	private final RefusalSentences sentences;

	private final IntakeSettings.Limits limits;

	FileIntake(Intake intake, Submissions submissions, Customers customers, RefusalSentences sentences,
			IntakeSettings settings) {
		this.intake = intake;
		this.submissions = submissions;
		this.customers = customers;
		this.sentences = sentences;
		this.limits = settings.limits();
	}

	/** What would become of each row. Nothing begins. */
	List<RowResult> rehearse(RequestFile file) {
		Set<String> tenants = new HashSet<>();
		return file.rows().stream().map(row -> rehearse(row, tenants)).toList();
	}

	/**
	 * Begin what can begin.
	 * @param user who of the staff
	 */
	List<RowResult> begin(RequestFile file, String user) {
		Caller caller = Caller.ofFile(user, this.limits);
		Set<String> tenants = new HashSet<>();
		return file.rows().stream().map(row -> {
			RowResult result = rehearse(row, tenants);
			return (result.outcome() == Outcome.ready) ? begin(row, caller) : result;
		}).toList();
	}

	private RowResult rehearse(Row row, Set<String> tenants) {
		if (!row.whole()) {
			return new RowResult(row, Outcome.mistaken, null, List.of());
		}
		try {
			NewCustomer asked = row.request().accept();
			return tenants.add(asked.tenant().asText()) ? lookUp(row, asked) : RowResult.of(row, Outcome.twice);
		}
		catch (RequestRefused ex) {
			return new RowResult(row, Outcome.mistaken, null,
					ex.mistakes()
						.stream()
						.map(mistake -> new Said(mistake.field(), this.sentences.of(mistake, Locale.ENGLISH)))
						.toList());
		}
	}

	private RowResult lookUp(Row row, NewCustomer asked) {
		Optional<CustomerReference> before = this.submissions.find(Caller.FILE, this.submissions.hash(row.request()))
			.map(receipt -> new CustomerReference(receipt.reference()));
		if (before.isPresent()) {
			return RowResult.of(row, Outcome.again, before.get());
		}
		return this.customers.openOnboardingOf(asked.tenant())
			.map(open -> RowResult.of(row, Outcome.onboarding, open))
			.orElseGet(() -> RowResult.of(row, Outcome.ready));
	}

	private RowResult begin(Row row, Caller caller) {
		try {
			// the same row has the same key, in whichever file, whoever sends it
			Receipt receipt = this.intake.begin(row.request(), this.submissions.hash(row.request()), caller);
			return RowResult.of(row, Outcome.begun, new CustomerReference(receipt.reference()));
		}
		catch (AlreadyOnboarding ex) {
			return RowResult.of(row, Outcome.onboarding, ex.reference());
		}
		catch (TooManyRequests ex) {
			return RowResult.of(row, Outcome.later);
		}
	}

}
