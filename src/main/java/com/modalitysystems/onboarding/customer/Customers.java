package com.modalitysystems.onboarding.customer;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The records of all customers. */
@Repository
@Transactional(noRollbackFor = AlreadyOnboarding.class) // the caller may go on
public class Customers {

	private final JdbcClient jdbc;

	private final CustomerRows rows;

	private final ObjectMapper json;

	private final Clock clock;

	private final Course course;

	Customers(JdbcClient jdbc, ObjectMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.rows = new CustomerRows(json);
		this.json = json;
		this.clock = clock;
		this.course = new Course(jdbc);
	}

	/**
	 * Write a new record.
	 * @throws AlreadyOnboarding if the tenant has an open or live onboarding
	 */
	public Customer add(NewCustomer customer) {
		TenantId tenantId = (customer.tenant() instanceof TenantId id) ? id : null;
		CustomerReference reference = CustomerReference.random();
		OffsetDateTime now = now();
		int added = this.jdbc
			.sql("""
					insert into customer (reference, company, tenant_asked, tenant_id, country, language, admin_name,
						admin_email, admin_address, contact_email, external_reference, key_wish, time_zone, stage, waiting_for, since,
						requested_at, link)
					values (:reference, :company, :tenantAsked, cast(:tenantId as uuid), :country, :language, :adminName,
						:adminEmail, :adminAddress, :contactEmail, :externalReference, :keyWish, :timeZone, 'requested', 'nobody', :now, :now,
						:link)
					on conflict do nothing""")
			.param("reference", reference.value())
			.param("tenantId", text(tenantId))
			.params(CustomerRows.asked(customer))
			.param("now", now)
			.param("link", LinkId.random().value())
			.update();
		if (added == 0) {
			openOnboardingOf(customer.tenant()).ifPresent(open -> {
				throw new AlreadyOnboarding(open);
			});
			// the reference was taken, or the other onboarding has just ended
			return add(customer);
		}
		this.course.begin(reference, now);
		return require(reference);
	}

	/** The open or live onboarding of a tenant. */
	@Transactional(readOnly = true)
	public Optional<CustomerReference> openOnboardingOf(TenantIdentifier tenant) {
		return this.jdbc.sql("""
				select reference from customer
				where (tenant_asked = :tenant or tenant_id::text = :tenant)
				and stage not in ('rejected', 'closed', 'cancelled')
				order by requested_at limit 1""")
			.param("tenant", tenant.asText())
			.query(String.class)
			.optional()
			.map(CustomerReference::new);
	}

	/** The last ten earlier onboardings of the same tenant, newest first. */
	@Transactional(readOnly = true)
	public List<Customer> earlierOf(Customer customer) {
		return this.jdbc.sql("""
				select * from customer
				where (tenant_id = cast(:tenantId as uuid) or tenant_asked = :tenantAsked) and reference <> :reference
				order by requested_at desc limit 10""")
			.param("tenantId", text(customer.tenantId()))
			.param("tenantAsked", customer.asked().tenant().asText())
			.param("reference", customer.reference().value())
			.query(this.rows)
			.list();
	}

	@Transactional(readOnly = true)
	public Optional<Customer> find(CustomerReference reference) {
		return this.jdbc.sql("select * from customer where reference = :reference")
			.param("reference", reference.value())
			.query(this.rows)
			.optional();
	}

	@Transactional(readOnly = true)
	public Customer require(CustomerReference reference) {
		return find(reference).orElseThrow(() -> new IllegalStateException("There is no record of " + reference));
	}

	/** The customer whose set-up room a link leads to. */
	@Transactional(readOnly = true)
	public Optional<Customer> find(LinkId link) {
		return this.jdbc.sql("select * from customer where link = :link")
			.param("link", link.value())
			.query(this.rows)
			.optional();
	}

	/**
	 * Keep the record as it is until this transaction ends. Others may go on to write
	 * lines that belong to it.
	 */
	public Customer lock(CustomerReference reference) {
		return this.jdbc.sql("select * from customer where reference = :reference for no key update")
			.param("reference", reference.value())
			.query(this.rows)
			.single();
	}

	/** Put what was asked for right. */
	public void correct(CustomerReference reference, NewCustomer corrected) {
		TenantId tenantId = (corrected.tenant() instanceof TenantId id) ? id : null;
		openOnboardingOf(corrected.tenant()).filter(other -> !other.equals(reference)).ifPresent(other -> {
			throw new AlreadyOnboarding(other);
		});
		this.jdbc
			.sql("""
					update customer set company = :company, tenant_asked = :tenantAsked, tenant_id = cast(:tenantId as uuid),
						tenant_name = null, tenant_default_domain = null, email_domain_in_tenant = null,
						country = :country, language = :language, admin_name = :adminName, admin_email = :adminEmail,
						admin_address = :adminAddress, contact_email = :contactEmail,
						external_reference = :externalReference, key_wish = :keyWish, time_zone = :timeZone
					where reference = :reference""")
			.param("reference", reference.value())
			.param("tenantId", text(tenantId))
			.params(CustomerRows.asked(corrected))
			.update();
	}

	/** The customer goes on to a stage; the clock of the stage starts anew. */
	public void enter(CustomerReference reference, Stage stage, WaitingFor waitingFor) {
		OffsetDateTime now = now();
		Stage before = lock(reference).stage();
		this.jdbc.sql("""
				update customer set stage = :stage, waiting_for = :waitingFor,
					since = case when stage = :stage then since else :now end,
					reminders_sent = case when stage = :stage then reminders_sent else 0 end,
					reminders_rest_until = case when stage = :stage then reminders_rest_until end,
					consent_troubles = case when stage = :stage then consent_troubles else 0 end,
					renewal_wished = stage = :stage and renewal_wished,
					reason = case when stage = 'awaitingConsent' and :stage = 'provisioning' then null else reason end
				where reference = :reference and (stage <> :stage or waiting_for <> :waitingFor)""")
			.param("stage", stage.name())
			.param("waitingFor", waitingFor.name())
			.param("now", now)
			.param("reference", reference.value())
			.update();
		if (stage != before) {
			this.course.change(reference, before, stage, now);
		}
	}

	/** Somebody else's turn, at the same stage. */
	public void waitFor(CustomerReference reference, WaitingFor waitingFor) {
		set(reference, "waiting_for = :value", waitingFor.name());
	}

	/**
	 * Claim the record for the one process that drives it.
	 * @return whether it was free
	 */
	public boolean start(CustomerReference reference) {
		return this.jdbc
			.sql("update customer set started_at = :now where reference = :reference and started_at is null")
			.param("now", now())
			.param("reference", reference.value())
			.update() == 1;
	}

	/**
	 * The tenant was looked up.
	 * @param emailDomainInTenant whether the administrator's e-mail domain is one of its
	 * domains
	 * @throws AlreadyOnboarding if another open or live onboarding is of this tenant
	 */
	public void tenantFound(CustomerReference reference, Tenant tenant, boolean emailDomainInTenant) {
		int found = this.jdbc.sql("""
				update customer set tenant_id = :tenantId, tenant_name = :name, tenant_default_domain = :domain,
					email_domain_in_tenant = :emailDomainInTenant
				where reference = :reference and not exists (
					select from customer other where other.tenant_id = :tenantId and other.reference <> :reference
					and other.stage not in ('rejected', 'closed', 'cancelled'))""")
			.param("tenantId", tenant.id().value())
			.param("name", tenant.displayName())
			.param("domain", tenant.defaultDomain())
			.param("emailDomainInTenant", emailDomainInTenant)
			.param("reference", reference.value())
			.update();
		if (found == 0) {
			throw new AlreadyOnboarding(openOnboardingOf(tenant.id()).orElseThrow());
		}
	}

	/**
	 * Staff ask the customer something; the answer before is gone.
	 * @throws Refused if the words are none, or too many
	 */
	public void ask(CustomerReference reference, String question) {
		set(reference, "question = :value, answer = null", FreeText.of(question).value());
	}

	/** Why it ends, or what is wrong, in words for the customer. */
	public void explain(CustomerReference reference, String reason) {
		set(reference, "reason = :value", FreeText.of(reason).value());
	}

	/**
	 * Somebody wishes for a tenant key, or has no wish any more.
	 * @param wish nothing, or what the key shall begin with
	 * @throws Refused if no key can begin like this
	 */
	public void wishForKey(CustomerReference reference, String wish) {
		set(reference, "key_wish = nullif(:value, '')", wish.isBlank() ? "" : KeyWish.of(wish).value());
	}

	/**
	 * Their days and hours are counted in this time zone; none means that of their
	 * country.
	 */
	public void choose(CustomerReference reference, @Nullable TimeZone timeZone) {
		set(reference, "time_zone = nullif(:value, '')", (timeZone != null) ? timeZone.toString() : "");
	}

	/** They are written to in this language. */
	public void choose(CustomerReference reference, Language language) {
		set(reference, "language = :value", language.code());
	}

	/** We looked at the consent. */
	public void consentSeen(CustomerReference reference, Consent consent) {
		try {
			set(reference, "consent = cast(:value as jsonb)", this.json.writeValueAsString(consent));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A consent cannot fail to be written", ex);
		}
	}

	/** The customer's values were issued. */
	public void issued(CustomerReference reference, IssuedValues values) {
		this.jdbc.sql("""
				update customer set tenant_key = :tenantKey, instruction_uri = :instructionUri,
					trusted_application_id = :trustedApplicationId
				where reference = :reference""")
			.param("tenantKey", values.tenantKey())
			.param("instructionUri", values.instructionUri())
			.param("trustedApplicationId", values.trustedApplicationId())
			.param("reference", reference.value())
			.update();
	}

	/** So many reminders of this stage are done with. */
	public void remindersSent(CustomerReference reference, int reminders) {
		this.jdbc.sql("update customer set reminders_sent = :reminders where reference = :reference")
			.param("reminders", reminders)
			.param("reference", reference.value())
			.update();
	}

	/** An address of theirs was wrong: letters go to another one from now on. */
	public void writeTo(CustomerReference reference, EmailAddress administrator) {
		set(reference, "admin_email = :value", administrator.value());
	}

	/** The further contact's address was wrong. */
	public void writeToContact(CustomerReference reference, EmailAddress contact) {
		set(reference, "contact_email = :value", contact.value());
	}

	/** No reminder before this moment. */
	public void restReminders(CustomerReference reference, Instant until) {
		this.jdbc.sql("update customer set reminders_rest_until = :until where reference = :reference")
			.param("until", until.atOffset(ZoneOffset.UTC))
			.param("reference", reference.value())
			.update();
	}

	/** Reminders rest until then, or longer where the customer asked for it. */
	public void restRemindersAtLeast(CustomerReference reference, Instant until) {
		this.jdbc.sql("""
				update customer set reminders_rest_until = greatest(coalesce(reminders_rest_until, :until), :until)
				where reference = :reference""")
			.param("until", until.atOffset(ZoneOffset.UTC))
			.param("reference", reference.value())
			.update();
	}

	/** The link to the set-up room is replaced; the old one leads nowhere. */
	public void replaceLink(CustomerReference reference) {
		set(reference, "link = :value", LinkId.random().value());
	}

	private void set(CustomerReference reference, String assignment, String value) {
		this.jdbc.sql("update customer set " + assignment + " where reference = :reference")
			.param("value", value)
			.param("reference", reference.value())
			.update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static @Nullable String text(@Nullable TenantId tenantId) {
		return (tenantId != null) ? tenantId.asText() : null;
	}

}
