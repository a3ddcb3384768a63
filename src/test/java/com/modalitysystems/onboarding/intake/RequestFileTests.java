package com.modalitysystems.onboarding.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RequestFileTests {

	private static final String HEADER = "company,tenant,adminName,adminEmail,adminAddress\n";

	private static final String ROW = "\"Contoso, Ltd\",contoso.com,Anna Berg,anna@contoso.com,203.0.113.25\n";

	@Test
	void columnsMayStandInAnyOrderAndSpelling() {
		RequestFile file = RequestFile.of("ADMINADDRESS,Tenant,company,adminemail,adminName,keyWish\r\n"
				+ "203.0.113.25,contoso.com, \"Contoso, \"\"Ltd\"\"\" ,anna@contoso.com,Zoë Berg,\r\n");
		assertThat(file.rows()).singleElement().satisfies(row -> {
			assertThat(row.number()).isEqualTo(2);
			assertThat(row.request().company()).isEqualTo("Contoso, \"Ltd\"");
			assertThat(row.request().adminName()).isEqualTo("Zoë Berg");
			assertThat(row.request().adminAddress()).isEqualTo("203.0.113.25");
			assertThat(row.request().keyWish()).isNull();
			assertThat(row.request().country()).isNull();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { ",", ";", "\t" })
	void cellsArePartedAsTheSpreadsheetOfACountryDoes(String comma) {
		String file = HEADER.replace(",", comma) + ROW.replace("Contoso, Ltd", "Contoso").replace(",", comma);
		assertThat(RequestFile.of(file).rows()).extracting(row -> row.request().tenant())
			.containsExactly("contoso.com");
	}

	@Test
	void markAtTheBeginningAndEmptyRowsDoNotCount() {
		RequestFile file = RequestFile.of(("\ufeff" + HEADER + "\n" + ",,,,\n" + ROW).getBytes(StandardCharsets.UTF_8));
		assertThat(file.rows()).hasSize(1);
		assertThat(RequestFile.of(file.text()).rows()).isEqualTo(file.rows());
	}

	@Test
	void rowOfAnotherLengthIsMarkedAndTheOthersAreRead() {
		assertThat(RequestFile
			.of(HEADER + "Contoso, Ltd,contoso.com,Anna,anna@contoso.com,203.0.113.25\n" + "Short\n" + ROW)
			.rows()).extracting(RequestFile.Row::whole).containsExactly(false, false, true);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			'' | empty
			'company,tenant,adminName,adminEmail,adminAddress' | empty
			'company,tenant,adminName,adminEmail,adminAddress,shoeSize' | strangeColumn
			'company,tenant' | missingColumn
			'company,company,tenant' | malformed
			""")
	void fileWithoutRequestsIsRefused(String file, String code) {
		assertRefused(file.getBytes(StandardCharsets.UTF_8), "".equals(file) ? "missingColumn" : code);
	}

	@Test
	void whatIsNoTextIsRefused() {
		assertRefused((HEADER + ROW.replace("Berg", "Börg")).getBytes(Charset.forName("windows-1252")), "encoding");
		assertRefused((HEADER + "\"Contoso\" Ltd,\"").getBytes(StandardCharsets.UTF_8), "malformed");
	}

	@Test
	void fileWithMoreRowsThanPeopleWaitForIsRefused() {
		assertThat(RequestFile.of(HEADER + ROW.repeat(RequestFile.MOST)).rows()).hasSize(RequestFile.MOST);
		assertRefused((HEADER + ROW.repeat(RequestFile.MOST + 1)).getBytes(StandardCharsets.UTF_8), "long");
	}

	private static void assertRefused(byte[] file, String code) {
		assertThatExceptionOfType(FileRefused.class).isThrownBy(() -> RequestFile.of(file))
			.satisfies(ex -> assertThat(ex.code()).isEqualTo(code));
	}

}
