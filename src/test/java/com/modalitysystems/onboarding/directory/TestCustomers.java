package com.modalitysystems.onboarding.directory;

import java.time.Instant;

import com.modalitysystems.onboarding.customer.ConsentReturn;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Wishes;
import com.modalitysystems.onboarding.customer.ConsentTrouble;
import com.modalitysystems.onboarding.customer.AddressWindow;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.LinkId;
import com.modalitysystems.onboarding.customer.NewCustomer;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.SetupEvidence;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.customer.WaitingFor;
import org.jspecify.annotations.Nullable;

/** A customer whose consent is awaited. */
final class TestCustomers {

	private TestCustomers() {
	}

	static Customer contoso() {
		return awaitingConsentOf(RecordedMicrosoft.CONTOSO);
	}

	/** Whose administrator came back from the consent page and claims this tenant. */
	static Customer contosoBackFrom(TenantId claimed) {
		return customer(RecordedMicrosoft.CONTOSO,
				new ConsentReturn(Instant.parse("2026-11-20T11:00:00Z"), null, claimed));
	}

	static Customer awaitingConsentOf(TenantId tenant) {
		return customer(tenant, null);
	}

	private static Customer customer(TenantId tenant, @Nullable ConsentReturn returned) {
		NewCustomer asked = new OnboardingRequest("Contoso", "contoso.com", null, "Jane", "jane@contoso.com",
				"203.0.113.7", null, null, null)
			.accept();
		Instant since = Instant.parse("2026-11-20T10:00:00Z");
		return new Customer(new CustomerReference("OM-7K3F9Q"), asked, tenant, null, null, Stage.awaitingConsent,
				WaitingFor.customer, since, since, new LinkId("AAAAAAAAAAAAAAAAAAAAAA"), null, null, null, null,
				returned, null, null, 0, null, AddressWindow.SHUT, Wishes.NONE, ConsentTrouble.NONE,
				SetupEvidence.NONE);
	}

}
