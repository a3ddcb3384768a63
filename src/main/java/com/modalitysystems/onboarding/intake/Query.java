package com.modalitysystems.onboarding.intake;

import java.util.ArrayList;
import java.util.List;

import com.modalitysystems.onboarding.customer.FreeText;
import com.modalitysystems.onboarding.customer.Refused;
import com.modalitysystems.onboarding.customer.RequestRefused;
import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;
import com.modalitysystems.onboarding.customer.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the list.
 *
 * @param state only those at this stage
 * @param words only those that contain this
 * @param page which page, from 0
 * @param size how many a page
 */
record Query(@Nullable Stage state, @Nullable String words, int page, int size) {

	private static final int MOST = 200;

	/**
	 * A query that can be answered.
	 * @throws RequestRefused with every mistake
	 */
	static Query of(@Nullable Stage state, @Nullable String words, int page, int size) {
		List<Mistake> mistakes = new ArrayList<>();
		if (page < 0) {
			mistakes.add(new Mistake("page", "malformed"));
		}
		if (size < 1 || size > MOST) {
			mistakes.add(new Mistake("size", "malformed"));
		}
		String read = read(words, mistakes);
		if (!mistakes.isEmpty()) {
			throw new RequestRefused(mistakes);
		}
		return new Query(state, read, page, size);
	}

	private static @Nullable String read(@Nullable String words, List<Mistake> mistakes) {
		try {
			return (words == null || words.isBlank()) ? null : FreeText.of(words).value();
		}
		catch (Refused ex) {
			mistakes.add(new Mistake("q", ex.code()));
			return null;
		}
	}

}
