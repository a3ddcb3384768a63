package com.modalitysystems.onboarding.directory;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;

import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.customer.TenantIdentifier;
import com.modalitysystems.onboarding.directory.TenantLookup.Found;
import com.modalitysystems.onboarding.directory.TenantLookup.Reason;
import com.modalitysystems.onboarding.directory.TenantLookup.Refused;
import com.modalitysystems.onboarding.http.Deadline;
import com.modalitysystems.onboarding.http.RemoteCallFailed;

import org.springframework.stereotype.Component;

/** The customers' tenants in Microsoft Entra, asked by OpenID discovery and Graph. */
@Component
class EntraDirectory implements TenantDirectory {

	private static final Duration TOTAL = Duration.ofSeconds(25);

	// the tenant of personal accounts, to which domains such as outlook.com lead
	private static final UUID CONSUMERS = UUID.fromString("9188040d-6c67-4c5b-b112-36a304b66dad");

	private final TenantId ours;

	private final TenantDiscovery discovery;

	private final TenantDescription description;

	private final ConsentPage page;

	private final ConsentCheck check;

	EntraDirectory(EntraSettings settings, TenantDiscovery discovery, TenantDescription description, ConsentPage page,
			ConsentCheck check) {
		this.ours = settings.homeTenant();
		this.discovery = discovery;
		this.description = description;
		this.page = page;
		this.check = check;
	}

	@Override
	public TenantLookup find(TenantIdentifier tenant) {
		if (tenant.equals(this.ours)) {
			return new Refused(Reason.ours);
		}
		return Deadline.within(TOTAL, () -> lookUp(tenant));
	}

	private TenantLookup lookUp(TenantIdentifier tenant) {
		TenantDiscovery.Answer answer = this.discovery.discover(tenant);
		return (answer instanceof TenantDiscovery.Known known) ? found(known.id(), tenant)
				: new Refused(((TenantDiscovery.Barred) answer).reason());
	}

	private TenantLookup found(UUID id, TenantIdentifier asked) {
		if (id.equals(CONSUMERS)) {
			return new Refused(Reason.consumers);
		}
		TenantId found = new TenantId(id);
		if (found.equals(this.ours)) {
			return new Refused(Reason.ours);
		}
		if (asked instanceof TenantId && !found.equals(asked)) {
			throw RemoteCallFailed.unreadable("Entra", "described another tenant than the one asked for");
		}
		return new Found(this.description.of(found, asked));
	}

	@Override
	public URI consentPage(Customer customer, String state) {
		return this.page.of(customer.requireTenantId(), state);
	}

	@Override
	public boolean consentLeadsBack() {
		return this.page.leadsBack();
	}

	@Override
	public Consent consentOf(Customer customer) {
		return Deadline.within(TOTAL, () -> this.check.of(customer));
	}

}
