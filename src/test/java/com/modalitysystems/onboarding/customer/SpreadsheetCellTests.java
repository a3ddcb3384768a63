package com.modalitysystems.onboarding.customer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpreadsheetCellTests {

	@ParameterizedTest
	@CsvSource({ "=1+1", "+1", "-1", "@SUM(A1)", "'\t=1'", "'\r=1'" })
	void whatSpreadsheetsTakeForAFormulaIsMadeHarmless(String cell) {
		assertThat(SpreadsheetCell.harmless(cell)).isEqualTo("'" + cell);
		assertThat(SpreadsheetCell.harmless("a" + cell)).isEqualTo("a" + cell);
	}

}
