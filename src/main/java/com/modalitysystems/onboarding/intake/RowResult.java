package com.modalitysystems.onboarding.intake;

import java.util.List;

import com.modalitysystems.onboarding.customer.CustomerReference;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a row of a file.
 *
 * @param row the row
 * @param outcome what becomes of it
 * @param reference the onboarding that has begun, or is in the way
 * @param mistakes what is wrong, a sentence each
 */
record RowResult(RequestFile.Row row, Outcome outcome, @Nullable String reference, List<Said> mistakes) {

	static RowResult of(RequestFile.Row row, Outcome outcome) {
		return new RowResult(row, outcome, null, List.of());
	}

	static RowResult of(RequestFile.Row row, Outcome outcome, CustomerReference reference) {
		return new RowResult(row, outcome, reference.value(), List.of());
	}

	/** What becomes of a row; the names are those of the words on the page. */
	enum Outcome {

		/** It can begin. */
		ready,

		/** It has begun now. */
		begun,

		/** It began when the same row was sent before. */
		again,

		/** The tenant has an onboarding that is open or live. */
		onboarding,

		/** A row before it is of the same tenant. */
		twice,

		/** It has mistakes. */
		mistaken,

		/** A limit is used up for the moment. */
		later

	}

	/**
	 * What is wrong with one cell.
	 *
	 * @param column the column, empty when it is the row as a whole
	 * @param sentence a sentence
	 */
	record Said(String column, String sentence) {
	}

}
