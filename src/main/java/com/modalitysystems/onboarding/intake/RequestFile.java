package com.modalitysystems.onboarding.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.OnboardingRequest;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;

/**
 * A file of requests, as spreadsheets write it: the first row names the columns, each
 * further row is a request.
 *
 * @param text the file, without the mark at its beginning
 * @param rows the requests
 */
record RequestFile(String text, List<Row> rows) {

	/** More would keep a browser waiting for longer than people do. */
	static final int MOST = 500;

	static final List<String> COLUMNS = List.of("company", "tenant", "country", "adminName", "adminEmail",
			"adminAddress", "contactEmail", "language", "externalReference", "keyWish", "timeZone");

	private static final List<String> NEEDED = List.of("company", "tenant", "adminName", "adminEmail", "adminAddress");

	private static final String BYTE_ORDER_MARK = "\ufeff";

	/**
	 * Read a file as it lay on somebody's machine.
	 * @throws FileRefused if it holds no requests that can be told apart
	 */
	static RequestFile of(byte[] file) {
		try {
			return of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString());
		}
		catch (CharacterCodingException ex) {
			throw new FileRefused("encoding");
		}
	}

	/**
	 * Read what was in a file.
	 * @throws FileRefused if it holds no requests that can be told apart
	 */
	static RequestFile of(String file) {
		String text = file.startsWith(BYTE_ORDER_MARK) ? file.substring(1) : file;
		try (CSVParser parser = format(text).parse(new StringReader(text))) {
			requireColumns(parser.getHeaderNames());
			List<Row> rows = parser.stream().filter(RequestFile::isFilled).limit(MOST + 1L).map(Row::of).toList();
			if (rows.isEmpty() || rows.size() > MOST) {
				throw new FileRefused(rows.isEmpty() ? "empty" : "long", String.valueOf(MOST));
			}
			return new RequestFile(text, rows);
		}
		// what the library says of a file that is none
		catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException ex) {
			throw new FileRefused("malformed");
		}
	}

	// a spreadsheet parts cells as its country does
	private static CSVFormat format(String text) {
		String header = text.lines().findFirst().orElse("");
		char comma = Stream.of(';', '\t').filter(mark -> header.indexOf(mark) >= 0).findFirst().orElse(',');
		return CSVFormat.RFC4180.builder()
			.setDelimiter(comma)
			.setHeader()
			.setSkipHeaderRecord(true)
			.setIgnoreHeaderCase(true)
			.setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_EMPTY)
			.setAllowMissingColumnNames(true)
			.setIgnoreSurroundingSpaces(true)
			.setTrim(true)
			.setIgnoreEmptyLines(true)
			.get();
	}

	private static void requireColumns(List<String> named) {
		List<String> strange = named.stream().filter(Predicate.not(RequestFile::isColumn)).toList();
		if (!strange.isEmpty()) {
			throw new FileRefused("strangeColumn", String.join(", ", strange));
		}
		String missing = NEEDED.stream()
			.filter(column -> named.stream().noneMatch(column::equalsIgnoreCase))
			.collect(Collectors.joining(", "));
		if (!missing.isEmpty()) {
			throw new FileRefused("missingColumn", missing);
		}
	}

	// spreadsheets write empty columns along
	private static boolean isColumn(String name) {
		return name.isEmpty() || COLUMNS.stream().anyMatch(name::equalsIgnoreCase);
	}

	private static boolean isFilled(CSVRecord cells) {
		return Arrays.stream(cells.values()).anyMatch(Predicate.not(String::isBlank));
	}

	/**
	 * One row.
	 *
	 * @param number which it is in the file, where the names of the columns are the first
	 * @param request what it asks for
	 * @param whole whether it has as many cells as there are columns
	 */
	record Row(long number, OnboardingRequest request, boolean whole) {

		private static Row of(CSVRecord cells) {
			return new Row(cells.getRecordNumber() + 1,
					new OnboardingRequest(cell(cells, "company"), cell(cells, "tenant"), cell(cells, "country"),
							cell(cells, "adminName"), cell(cells, "adminEmail"), cell(cells, "adminAddress"),
							cell(cells, "contactEmail"), cell(cells, "language"), cell(cells, "externalReference"),
							cell(cells, "keyWish"), cell(cells, "timeZone")),
					cells.isConsistent());
		}

		private static @Nullable String cell(CSVRecord cells, String column) {
			return cells.isSet(column) && !cells.get(column).isEmpty() ? cells.get(column) : null;
		}

	}

}
