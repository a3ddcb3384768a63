package com.modalitysystems.onboarding.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;

/** How a customer lies in a row of the table. */
final class CustomerRows implements RowMapper<Customer> {

	private final ObjectMapper json;

	CustomerRows(ObjectMapper json) {
		this.json = json;
	}

	static Map<String, @Nullable Object> asked(NewCustomer customer) {
		Map<String, @Nullable Object> values = new HashMap<>();
		values.put("company", customer.company());
		values.put("tenantAsked", customer.tenant().asText());
		values.put("country", (customer.country() != null) ? customer.country().code() : null);
		values.put("language", customer.language().code());
		values.put("adminName", customer.administrator().name());
		values.put("adminEmail", customer.administrator().email().value());
		values.put("adminAddress", customer.administrator().address().value());
		values.put("contactEmail", (customer.contact() != null) ? customer.contact().value() : null);
		values.put("externalReference", customer.externalReference());
		values.put("keyWish", (customer.keyWish() != null) ? customer.keyWish().value() : null);
		values.put("timeZone", (customer.timeZone() != null) ? customer.timeZone().toString() : null);
		return values;
	}

	@Override
	public Customer mapRow(ResultSet row, int index) throws SQLException {
		TenantId tenantId = tenantId(row, "tenant_id");
		return new Customer(new CustomerReference(row.getString("reference")), asked(row), tenantId,
				tenant(row, tenantId), row.getObject("email_domain_in_tenant", Boolean.class),
				Stage.valueOf(row.getString("stage")), WaitingFor.valueOf(row.getString("waiting_for")),
				row.getTimestamp("since").toInstant(), row.getTimestamp("requested_at").toInstant(),
				new LinkId(row.getString("link")), row.getString("question"), row.getString("answer"),
				row.getString("reason"), consent(row), consentReturn(row), issued(row),
				instant(row, "setup_reported_at"), row.getInt("reminders_sent"), instant(row, "reminders_rest_until"),
				window(row), wishes(row), trouble(row), evidence(row));
	}

	private static AddressWindow window(ResultSet row) throws SQLException {
		return new AddressWindow(address(row, "opened_address"), instant(row, "window_until"),
				row.getBoolean("window_wished"), row.getBoolean("opening_to_tell"));
	}

	private static Wishes wishes(ResultSet row) throws SQLException {
		String successor = row.getString("successor_name");
		return new Wishes(
				address(row, "address_wished"), row.getInt("address_changes"), (successor != null)
						? new Successor(successor, new EmailAddress(row.getString("successor_email"))) : null,
				row.getBoolean("successor_approved"));
	}

	private static ConsentTrouble trouble(ResultSet row) throws SQLException {
		String told = row.getString("consent_told");
		return new ConsentTrouble((told != null) ? Consent.Outcome.valueOf(told) : null,
				instant(row, "consent_told_at"), row.getInt("consent_troubles"));
	}

	private static @Nullable PublicAddress address(ResultSet row, String column) throws SQLException {
		String address = row.getString(column);
		return (address != null) ? new PublicAddress(address) : null;
	}

	private static NewCustomer asked(ResultSet row) throws SQLException {
		String country = row.getString("country");
		String contact = row.getString("contact_email");
		String keyWish = row.getString("key_wish");
		String timeZone = row.getString("time_zone");
		return new NewCustomer(row.getString("company"), TenantIdentifier.of(row.getString("tenant_asked")),
				(country != null) ? new Country(country) : null,
				new Administrator(row.getString("admin_name"), new EmailAddress(row.getString("admin_email")),
						new PublicAddress(row.getString("admin_address")), row.getString("named_by")),
				(contact != null) ? new EmailAddress(contact) : null, Language.of(row.getString("language")),
				row.getString("external_reference"), (keyWish != null) ? new KeyWish(keyWish) : null,
				(timeZone != null) ? TimeZone.of(timeZone) : null);
	}

	private static @Nullable Tenant tenant(ResultSet row, @Nullable TenantId tenantId) throws SQLException {
		String name = row.getString("tenant_name");
		return (tenantId != null && name != null) ? new Tenant(tenantId, name, row.getString("tenant_default_domain"))
				: null;
	}

	private @Nullable Consent consent(ResultSet row) throws SQLException {
		return read(row, "consent", Consent.class);
	}

	private SetupEvidence evidence(ResultSet row) throws SQLException {
		return new SetupEvidence(read(row, "setup_result", SetupResult.class), instant(row, "policy_set_at"),
				read(row, "invitation_proof", InvitationProof.class));
	}

	private <T> @Nullable T read(ResultSet row, String column, Class<T> type) throws SQLException {
		String value = row.getString(column);
		try {
			return (value != null) ? this.json.readValue(value, type) : null;
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("The record holds a " + column + " that cannot be read", ex);
		}
	}

	private static @Nullable ConsentReturn consentReturn(ResultSet row) throws SQLException {
		Instant at = instant(row, "consent_returned_at");
		return (at != null)
				? new ConsentReturn(at, row.getString("consent_return_error"), tenantId(row, "consent_return_tenant"))
				: null;
	}

	private static @Nullable IssuedValues issued(ResultSet row) throws SQLException {
		String tenantKey = row.getString("tenant_key");
		return (tenantKey != null)
				? new IssuedValues(tenantKey, row.getString("instruction_uri"), row.getString("trusted_application_id"))
				: null;
	}

	private static @Nullable TenantId tenantId(ResultSet row, String column) throws SQLException {
		UUID value = row.getObject(column, UUID.class);
		return (value != null) ? new TenantId(value) : null;
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp at = row.getTimestamp(column);
		return (at != null) ? at.toInstant() : null;
	}

}
