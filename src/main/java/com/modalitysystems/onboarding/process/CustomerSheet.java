package com.modalitysystems.onboarding.process;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Administrator;
import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.InvitationProof;
import com.modalitysystems.onboarding.customer.IssuedValues;
import com.modalitysystems.onboarding.customer.Permission;
import com.modalitysystems.onboarding.customer.SetupEvidence;
import com.modalitysystems.onboarding.customer.SetupResult;
import com.modalitysystems.onboarding.customer.Successor;
import com.modalitysystems.onboarding.customer.Tenant;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** A customer as staff read it on a form: text under the names of the forms' fields. */
@Component
class CustomerSheet {

	private final Customers customers;

	private final Sentences sentences;

	private final DateTimeFormatter dates;

	CustomerSheet(Customers customers, Sentences sentences, ScheduleSettings settings) {
		this.customers = customers;
		this.sentences = sentences;
		this.dates = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm z", Locale.ENGLISH).withZone(settings.zone());
	}

	/**
	 * Lay a customer out.
	 * @param customer who is shown
	 * @param refusal why the tenant cannot be onboarded, if so
	 * @param other the onboarding that the tenant has already, if that is why
	 */
	Map<String, @Nullable Object> of(Customer customer, @Nullable String refusal, @Nullable String other) {
		Map<String, @Nullable Object> sheet = new LinkedHashMap<>();
		sheet.put("reference", customer.reference().value());
		request(customer, sheet);
		tenant(customer.tenant(), sheet);
		issued(customer.issued(), sheet);
		evidence(customer.evidence(), sheet);
		waiting(customer, sheet);
		sheet.put("odd", String.join("\n", oddities(customer)));
		sheet.put("earlier", earlier(customer));
		sheet.put("question", customer.question());
		sheet.put("answer", customer.answer());
		sheet.put("refusal",
				(refusal != null) ? this.sentences.say("tenantRefusal." + refusal, Objects.toString(other, "")) : null);
		sheet.put("reason", "");
		return sheet;
	}

	private void request(Customer customer, Map<String, @Nullable Object> sheet) {
		Administrator administrator = customer.administrator();
		sheet.put("company", customer.company());
		sheet.put("tenant", customer.asked().tenant().asText());
		sheet.put("country", text(customer.asked().country()));
		sheet.put("adminName", administrator.name());
		sheet.put("adminEmail", administrator.email().value());
		sheet.put("adminAddress", administrator.address().value());
		sheet.put("contactEmail", text(customer.asked().contact()));
		sheet.put("language", customer.language().code());
		sheet.put("externalReference", customer.asked().externalReference());
		sheet.put("keyWish", text(customer.asked().keyWish()));
		sheet.put("timeZone", text(customer.asked().timeZone()));
		sheet.put("requestedAt", this.dates.format(customer.requestedAt()));
		sheet.put("setupReportedAt", date(customer.setupReportedAt()));
	}

	private static void tenant(@Nullable Tenant tenant, Map<String, @Nullable Object> sheet) {
		sheet.put("tenantName", (tenant != null) ? tenant.displayName() : null);
		sheet.put("tenantDomain", (tenant != null) ? tenant.defaultDomain() : null);
		sheet.put("tenantGuid", (tenant != null) ? tenant.id().asText() : null);
	}

	private static void issued(@Nullable IssuedValues issued, Map<String, @Nullable Object> sheet) {
		sheet.put("tenantKey", (issued != null) ? issued.tenantKey() : null);
		sheet.put("instructionUri", (issued != null) ? issued.instructionUri() : null);
	}

	/** What the customer showed of their set-up. */
	void evidence(SetupEvidence evidence, Map<String, @Nullable Object> sheet) {
		SetupResult result = evidence.result();
		sheet.put("setupResult", (result != null) ? told(result) : this.sentences.say("setup.result.none"));
		InvitationProof proof = evidence.proof();
		sheet.put("proof", (proof != null) ? told(proof) : this.sentences.say("setup.proof.none"));
	}

	private String told(SetupResult result) {
		return Stream
			.concat(Stream.of(this.sentences.say("setup.result.at", this.dates.format(result.at()))),
					result.findings().stream().map(finding -> told(finding, result)))
			.collect(Collectors.joining("\n"));
	}

	private String told(String finding, SetupResult result) {
		String sentence = this.sentences.say("setup.result." + finding, result.pilots());
		return result.troubles().contains(finding) ? this.sentences.say("setup.result.trouble", sentence) : sentence;
	}

	private String told(InvitationProof proof) {
		return String.join("\n", this.sentences.say("setup.proof.at", this.dates.format(proof.lookedAt())),
				this.sentences.say("setup.proof." + proof.outcome()), told("tenantKey", proof.tenantKey()),
				told("domain", proof.domain()), told("instructionLink", proof.instructionLink()));
	}

	private String told(String item, boolean found) {
		return this.sentences.say("setup.proof." + item + (found ? ".found" : ".missing"));
	}

	private void waiting(Customer customer, Map<String, @Nullable Object> sheet) {
		Successor successor = customer.wishes().successor();
		Consent seen = customer.consent();
		sheet.put("addressWished", text(customer.wishes().address()));
		sheet.put("addressChanges", String.valueOf(customer.wishes().addressChanges()));
		sheet.put("successorName", (successor != null) ? successor.name() : null);
		sheet.put("successorEmail", (successor != null) ? successor.email().value() : null);
		sheet.put("waitingSince", this.dates.format(customer.since()));
		sheet.put("lastSeen",
				this.sentences.say((seen != null) ? "consentOutcome." + seen.outcome() : "consentOutcome.none"));
		sheet.put("missing",
				(seen != null) ? seen.missing().map(Permission::graphName).collect(Collectors.joining("\n")) : null);
	}

	/** What is odd but possible: for staff to judge. */
	private List<String> oddities(Customer customer) {
		List<String> oddities = new ArrayList<>();
		if (customer.administrator().address().isDocumentation()) {
			oddities.add(this.sentences.say("odd.documentationAddress"));
		}
		if (Boolean.FALSE.equals(customer.emailDomainInTenant())) {
			oddities.add(this.sentences.say("odd.emailDomain", customer.administrator().email().domain()));
		}
		return oddities.isEmpty() ? List.of(this.sentences.say("odd.nothing")) : oddities;
	}

	private String earlier(Customer customer) {
		String earlier = this.customers.earlierOf(customer)
			.stream()
			.map(this::attempt)
			.collect(Collectors.joining("\n"));
		return earlier.isEmpty() ? this.sentences.say("earlier.none") : earlier;
	}

	private String attempt(Customer other) {
		String attempt = this.sentences.say("earlier.one", other.reference(), this.dates.format(other.requestedAt()),
				this.sentences.say("stage." + other.stage()), this.dates.format(other.since()));
		// on one line, as the others
		return (other.reason() != null)
				? this.sentences.say("earlier.reason", attempt, other.reason().replaceAll("\\s+", " ")) : attempt;
	}

	private @Nullable String date(@Nullable Instant moment) {
		return (moment != null) ? this.dates.format(moment) : null;
	}

	private static @Nullable String text(@Nullable Object value) {
		return Objects.toString(value, null);
	}

}
