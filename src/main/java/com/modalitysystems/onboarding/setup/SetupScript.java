package com.modalitysystems.onboarding.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.IssuedValues;
import com.modalitysystems.onboarding.customer.OnboardingSettings;
import com.modalitysystems.onboarding.customer.SetupLinks;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The PowerShell script that sets the customer's tenant up, made for this customer. It is
 * written with a byte order mark, without which Windows PowerShell 5.1 reads it as ANSI.
 */
@Component
class SetupScript {

	static final String FILE_NAME = "onemeeting-setup.ps1";

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	// a value stands where a quoted name of its kind stands: '<tenantKey>'
	private static final Pattern PLACE = Pattern.compile("'<([a-zA-Z]+)>'");

	private final OnboardingSettings settings;

	private final SetupLinks links;

	private final ScriptKeys keys;

	private final String template;

	SetupScript(OnboardingSettings settings, SetupLinks links, ScriptKeys keys) throws IOException {
		this.settings = settings;
		this.links = links;
		this.keys = keys;
		this.template = new ClassPathResource("setup/" + FILE_NAME).getContentAsString(StandardCharsets.UTF_8);
	}

	/** The script for a customer whose values were issued. */
	byte[] of(Customer customer) {
		Map<String, String> values = values(customer);
		// in one pass, so that no value is looked at for places
		String script = PLACE.matcher(this.template).replaceAll(place -> quoted(place, values));
		return (BYTE_ORDER_MARK + script.replaceAll("\r?\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
	}

	private static String quoted(MatchResult place, Map<String, String> values) {
		String value = Objects.requireNonNull(values.get(place.group(1)), "The script has a place for no value");
		return Matcher.quoteReplacement(PowerShellText.quote(value));
	}

	private Map<String, String> values(Customer customer) {
		IssuedValues issued = customer.requireIssued();
		return Map.of("serviceName", this.settings.serviceName(), "company", customer.company(), "tenantId",
				customer.requireTenantId().asText(), "tenantKey", issued.tenantKey(), "instructionUri",
				issued.instructionUri(), "applicationIds", issued.trustedApplicationId(), "serviceDomain",
				this.settings.serviceDomain(), "reportUri", this.links.to(customer.link()) + "/report", "reportKey",
				this.keys.keyOf(customer));
	}

}
