package com.modalitysystems.onboarding.customer;

import org.jspecify.annotations.Nullable;

/** What stands in a file that people open with a spreadsheet. */
public final class SpreadsheetCell {

	/** With these, spreadsheets begin a formula. */
	private static final String FORMULA = "=+-@\t\r";

	private SpreadsheetCell() {
	}

	/**
	 * What a customer typed is never a formula on the machine of whoever opens the file.
	 */
	public static @Nullable String harmless(@Nullable String cell) {
		return (cell != null && !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0) ? "'" + cell : cell;
	}

}
