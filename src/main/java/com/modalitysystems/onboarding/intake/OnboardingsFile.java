package com.modalitysystems.onboarding.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerLists;
import com.modalitysystems.onboarding.customer.CustomerQuery;
import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.IssuedValues;
import com.modalitysystems.onboarding.customer.NewCustomer;
import com.modalitysystems.onboarding.customer.SpreadsheetCell;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Onboardings as a file for spreadsheets and other systems. */
@Component
class OnboardingsFile {

	static final String TYPE = "text/csv";

	static final String EXAMPLE = """
			reference,state,waitingFor,since,requestedAt,company,tenant,tenantId,country,language,adminName,adminEmail,\
			adminAddress,contactEmail,externalReference,tenantKey\r
			OM-7K3F9Q,awaitingConsent,customer,2026-11-20T10:00:00Z,2026-11-19T08:30:00Z,"Contoso, Ltd",contoso.com,\
			5d6a1c7e-90b2-4c1f-8e55-3a7b2c9d4e10,DE,en,Anna Berg,anna.berg@contoso.com,203.0.113.25,,PO-4711,\r
			""";

	private static final CSVFormat FORMAT = CSVFormat.RFC4180;

	private static final String[] COLUMNS = EXAMPLE.lines().findFirst().orElseThrow().split(",");

	private final CustomerLists customers;

	OnboardingsFile(CustomerLists customers) {
		this.customers = customers;
	}

	/** Send all that are looked for, however many pages they fill. */
	void send(CustomerQuery query, HttpServletResponse response) throws IOException {
		response.setContentType(TYPE);
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"onboardings.csv\"");
		write(query, response.getWriter());
	}

	private void write(CustomerQuery query, Writer out) throws IOException {
		CSVPrinter rows = new CSVPrinter(out, FORMAT);
		rows.printRecord((Object[]) COLUMNS);
		this.customers.each(query, (customer) -> write(customer, rows));
		rows.flush();
	}

	private static void write(Customer customer, CSVPrinter rows) {
		try {
			rows.printRecord(cells(customer).map(SpreadsheetCell::harmless));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<@Nullable String> cells(Customer customer) {
		OnboardingSummary known = OnboardingSummary.of(customer);
		NewCustomer asked = customer.asked();
		EmailAddress contact = asked.contact();
		IssuedValues issued = customer.issued();
		return Stream.of(known.reference(), known.state().name(), known.waitingFor().name(), known.since().toString(),
				known.requestedAt().toString(), known.company(), known.tenant(), known.tenantId(), known.country(),
				customer.language().code(), customer.administrator().name(), customer.administrator().email().value(),
				customer.administrator().address().value(), (contact != null) ? contact.value() : null,
				known.externalReference(), (issued != null) ? issued.tenantKey() : null);
	}

}
