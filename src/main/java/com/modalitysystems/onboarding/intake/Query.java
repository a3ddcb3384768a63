package com.modalitysystems.onboarding.intake;

import java.util.ArrayList;
import java.util.List;

import com.modalitysystems.onboarding.customer.CustomerQuery;
import com.modalitysystems.onboarding.customer.CustomerQuery.Order;
import com.modalitysystems.onboarding.customer.FreeText;
import com.modalitysystems.onboarding.customer.Refused;
import com.modalitysystems.onboarding.customer.RequestRefused;
import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.WaitingFor;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the list, as a query string or a body names it.
 */
@Schema(description = "What to look for; everything may be left out")
record Query(
		@Parameter(description = "Only those that stand here") @Schema(description = "Only those that stand here",
				example = "awaitingConsent") @Nullable Stage state,
		@Parameter(description = "Only those that wait for them") @Schema(description = "Only those that wait for them",
				example = "customer") @Nullable WaitingFor waitingFor,
		@Parameter(
				description = "Only those whose reference, company, tenant or order number contains this. An e-mail address is "
						+ "refused here, for addresses of calls are kept in logs: search for it with POST",
				example = "contoso") @Schema(
						description = "Only those whose reference, company, tenant, administrator's e-mail or order number contains this",
						example = "anna.berg@contoso.com", maxLength = 2000) @Nullable String q,
		@Parameter(description = "Which come first; newest when it is left out") @Schema(
				description = "Which come first; newest when it is left out", example = "newest") @Nullable Order sort,
		@Parameter(description = "Which page, from 0") @Schema(
				description = "Which page, from 0; 0 when it is left out", example = "0") @Nullable Integer page,
		@Parameter(description = "How many a page, 1 to 200; 50 when it is left out") @Schema(
				description = "How many a page, 1 to 200; 50 when it is left out",
				example = "50") @Nullable Integer size) {

	private static final int USUAL = 50;

	private static final int MOST = 200;

	/**
	 * The query as it can be answered.
	 * @throws RequestRefused with every mistake
	 */
	CustomerQuery check() {
		List<Mistake> mistakes = new ArrayList<>();
		int askedPage = (this.page != null) ? this.page : 0;
		int askedSize = (this.size != null) ? this.size : USUAL;
		if (askedPage < 0) {
			mistakes.add(new Mistake("page", "malformed"));
		}
		if (askedSize < 1 || askedSize > MOST) {
			mistakes.add(new Mistake("size", "malformed"));
		}
		String words = words(mistakes);
		if (!mistakes.isEmpty()) {
			throw new RequestRefused(mistakes);
		}
		return new CustomerQuery(this.state, this.waitingFor, words, null,
				(this.sort != null) ? this.sort : Order.newest, askedPage, askedSize);
	}

	/**
	 * The same, of a query that stood in the address of a call.
	 * @throws RequestRefused also if it holds an e-mail address
	 */
	CustomerQuery checkAsAddress() {
		if (this.q != null && this.q.contains("@")) {
			throw new RequestRefused(List.of(new Mistake("q", "personal")));
		}
		return check();
	}

	private @Nullable String words(List<Mistake> mistakes) {
		try {
			return (this.q == null || this.q.isBlank()) ? null : FreeText.of(this.q).value();
		}
		catch (Refused ex) {
			mistakes.add(new Mistake("q", ex.code()));
			return null;
		}
	}

}
