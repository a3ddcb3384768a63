package com.modalitysystems.onboarding.setup;

import java.net.http.HttpResponse;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.IssuedValues;
import com.modalitysystems.onboarding.customer.NewCustomer;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SetupScriptTests extends SetupRoomTest {

	@Test
	void scriptIsAFileThatWindowsPowerShellReadsRight() {
		HttpResponse<String> file = get(room(customerWithValuesAt(Stage.awaitingSetup)) + "/onemeeting-setup.ps1");
		assertThat(file.statusCode()).isEqualTo(200);
		assertThat(file.headers().firstValue("Content-Disposition"))
			.hasValue("attachment; filename=\"onemeeting-setup.ps1\"");
		assertThat(file.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
		assertThat(file.body()).startsWith("\uFEFF<#\r\n").doesNotContainPattern("[^\r]\n");
	}

	@Test
	void scriptCarriesTheValuesOfThisCustomer() {
		Customer customer = customerWithValuesAt(Stage.live);
		assertThat(script(customer)).contains("$Company        = 'Contoso Ltd'\r\n",
				"$TenantId       = '" + customer.requireTenantId() + "'\r\n",
				"$TenantKey      = '" + customer.requireIssued().tenantKey() + "'\r\n",
				"$InstructionUri = '" + VALUES.instructionUri() + "'\r\n",
				"$ApplicationIds = '" + VALUES.trustedApplicationId() + "'\r\n", "$ServiceDomain  = 'videosrv.net'\r\n")
			.doesNotContain("'<", customer.reference().value());
	}

	@ParameterizedTest
	@ValueSource(strings = { "O'Neil & Sons", "'; Remove-Item C:\\ -Recurse; '", "$(Get-Date)`n",
			"\u2019; exit; \u2018", "\u201A\u201B'", "#> <#", "\" # \u201C", "'<tenantId>'", "$0 ${tenantKey} \\", "@'",
			"Käse 株式会社 \uD83E\uDDC0" })
	void whatACustomerTypedNeverBecomesCode(String company) {
		Customer customer = customerNamed(company);
		String script = script(customer);
		assertThat(new ScriptOfACustomer(script).value("Company")).isEqualTo(company);
		assertThat(PowerShellTokens.of(script)).filteredOn(token -> !token.text().equals(company))
			.isEqualTo(PowerShellTokens.of(script(customerNamed(customer, "x")))
				.stream()
				.filter(token -> !token.text().equals("x"))
				.toList());
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.INCLUDE, names = { "rejected", "closed", "cancelled" })
	void onboardingThatIsOverHasNoScript(Stage stage) {
		assertThat(get(room(customerWithValuesAt(stage)) + "/onemeeting-setup.ps1").statusCode()).isEqualTo(404);
	}

	@Test
	void beforeValuesAreIssuedThereIsNoScript() {
		HttpResponse<String> page = get(room(customerAt(Stage.awaitingConsent)) + "/onemeeting-setup.ps1");
		assertThat(page.statusCode()).isEqualTo(404);
		assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
	}

	private Customer customerNamed(String company) {
		Customer customer = customerAt(Stage.requested);
		this.customers.issued(customer.reference(), new IssuedValues(customer.reference().value() + "@videosrv.net",
				VALUES.instructionUri(), VALUES.trustedApplicationId()));
		this.customers.enter(customer.reference(), Stage.awaitingSetup, customer.waitingFor());
		return customerNamed(customer, company);
	}

	private Customer customerNamed(Customer customer, String company) {
		CustomerReference reference = customer.reference();
		OnboardingRequest asked = request(customer.requireTenantId().asText());
		NewCustomer renamed = new OnboardingRequest(company, asked.tenant(), null, asked.adminName(),
				asked.adminEmail(), asked.adminAddress(), null, null, null)
			.accept();
		this.customers.correct(reference, renamed);
		return this.customers.require(reference);
	}

	private String script(Customer customer) {
		return get(room(customer) + "/onemeeting-setup.ps1").body();
	}

}
