package com.modalitysystems.onboarding.directory;

import java.util.UUID;

import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Consent.Item;
import com.modalitysystems.onboarding.customer.Consent.Outcome;
import com.modalitysystems.onboarding.customer.DomainName;
import com.modalitysystems.onboarding.customer.Permission;
import com.modalitysystems.onboarding.customer.Tenant;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.directory.TenantLookup.Found;
import com.modalitysystems.onboarding.directory.TenantLookup.Reason;
import com.modalitysystems.onboarding.directory.TenantLookup.Refused;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/** What a tenant directory keeps to, whoever is behind it. */
abstract class TenantDirectoryContract {

	@Autowired
	TenantDirectory directory;

	@Autowired
	Environment environment;

	/** A tenant that has consented to everything. */
	abstract TenantId consented();

	/** One of that tenant's domains. */
	abstract DomainName domainOfConsented();

	/** A tenant that has never heard of us. */
	abstract TenantId stranger();

	@Test
	void aTenantIsTheSameByItsDomainAndByItsGuid() {
		TenantLookup found = this.directory.find(consented());
		assertThat(found).isInstanceOfSatisfying(Found.class, (tenant) -> {
			assertThat(tenant.tenant().id()).isEqualTo(consented());
			assertThat(tenant.tenant().displayName()).isNotBlank();
			assertThat(tenant.tenant().defaultDomain()).contains(".");
		});
		assertThat(this.directory.find(domainOfConsented())).isEqualTo(found);
	}

	@Test
	void aTenantNeedNotKnowUsToBeFound() {
		assertThat(this.directory.find(stranger())).isInstanceOfSatisfying(Found.class,
				(found) -> assertThat(found.tenant()).extracting(Tenant::id).isEqualTo(stranger()));
	}

	@Test
	void aTenantThatDoesNotExistIsUnknown() {
		String nobody = UUID.randomUUID().toString();
		assertThat(this.directory.find(TenantId.of(nobody))).isEqualTo(new Refused(Reason.unknown));
		assertThat(this.directory.find(DomainName.of("t" + nobody + ".example")))
			.isEqualTo(new Refused(Reason.unknown));
	}

	@Test
	void ourOwnTenantIsNoCustomer() {
		TenantId ours = TenantId.of(this.environment.getRequiredProperty("directory.entra.home-tenant"));
		assertThat(this.directory.find(ours)).isEqualTo(new Refused(Reason.ours));
	}

	@Test
	void theTenantOfPersonalAccountsIsNoCustomer() {
		assertThat(this.directory.find(DomainName.of("outlook.com"))).isEqualTo(new Refused(Reason.consumers));
	}

	@Test
	void aTenantThatConsentedIsVerifiedAsOftenAsWeLook() {
		Consent consent = consentOf(consented());
		assertThat(consent.outcome()).isEqualTo(Outcome.verified);
		assertThat(consent.items()).hasSize(Permission.values().length)
			.doesNotContainEntry(Permission.CALLS_ACCESS_MEDIA, Item.missing)
			.doesNotContainEntry(Permission.USER_READ_ALL, Item.missing);
		assertThat(consentOf(consented()).items()).isEqualTo(consent.items());
	}

	@Test
	void aTenantThatHasNeverHeardOfUsHasNotConsentedYet() {
		Consent consent = consentOf(stranger());
		assertThat(consent.outcome()).isEqualTo(Outcome.notYet);
		assertThat(consent.items()).containsEntry(Permission.CALLS_ACCESS_MEDIA, Item.missing);
	}

	private Consent consentOf(TenantId tenant) {
		return this.directory.consentOf(TestCustomers.awaitingConsentOf(tenant));
	}

}
