package com.modalitysystems.onboarding.mail;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.IssuedValues;
import com.modalitysystems.onboarding.customer.OnboardingSettings;
import com.modalitysystems.onboarding.customer.Permission;
import com.modalitysystems.onboarding.customer.Tenant;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The values that the texts of letters name. */
@Component
class LetterValues {

	// a telephone number stays on one line
	private static final char NO_BREAK = '\u00A0';

	private final OnboardingSettings house;

	private final MailSettings mail;

	private final MessageSource messages;

	LetterValues(OnboardingSettings house, MailSettings mail, MessageSource messages) {
		this.house = house;
		this.mail = mail;
		this.messages = messages;
	}

	Map<String, String> of(Customer customer, Reminder reminder, Locale locale) {
		Map<String, String> values = new HashMap<>();
		values.put("service", this.house.serviceName());
		values.put("from", this.mail.from().getAddress());
		values.put("website", this.house.publicUrl().toString().replaceAll("/+$", ""));
		values.put("serviceDomain", this.house.serviceDomain());
		values.put("support", support(locale));
		values.put("reference", customer.reference().value());
		values.put("company", LetterTexts.tame(customer.company()));
		values.put("administrator", LetterTexts.tame(customer.administrator().name()));
		values.put("address", customer.administrator().address().value());
		values.put("tenant", tenant(customer));
		values.put("tenantId", (customer.tenant() != null) ? customer.tenant().id().asText() : "");
		values.put("permissions", String.valueOf(Permission.values().length));
		values.put("requestedOn", day(customer.requestedAt(), locale));
		values.put("since", day(customer.since(), locale));
		if (reminder.day() != null) {
			values.put("day", day(reminder.day(), locale));
		}
		String namedBy = customer.administrator().namedBy();
		if (namedBy != null) {
			values.put("namedBy", LetterTexts.tame(namedBy));
		}
		IssuedValues issued = customer.issued();
		if (issued != null) {
			values.put("tenantKey", issued.tenantKey());
		}
		return values;
	}

	/** Where staff work. */
	URI tasklist() {
		return URI.create(this.house.publicUrl().toString().replaceAll("/+$", "") + "/camunda/app/tasklist/");
	}

	private String support(Locale locale) {
		boolean phone = !this.house.supportPhone().isBlank();
		String text = this.messages.getMessage(phone ? "mail.support.withPhone" : "mail.support", null, locale);
		return text.replace("{email}", this.house.supportEmail())
			.replace("{phone}", this.house.supportPhone().replace(' ', NO_BREAK));
	}

	private static String tenant(Customer customer) {
		Tenant tenant = customer.tenant();
		return (tenant != null) ? LetterTexts.tame(tenant.displayName()) + " (" + tenant.defaultDomain() + ")"
				: customer.asked().tenant().asText();
	}

	private String day(Instant moment, Locale locale) {
		return day(LocalDate.ofInstant(moment, ZoneOffset.UTC), locale);
	}

	private String day(LocalDate day, Locale locale) {
		return DateTimeFormatter.ofPattern(this.messages.getMessage("mail.date", null, locale), locale).format(day);
	}

}
