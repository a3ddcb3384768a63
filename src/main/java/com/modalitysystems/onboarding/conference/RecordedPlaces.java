package com.modalitysystems.onboarding.conference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;

import com.modalitysystems.onboarding.conference.RecordedPlace.PlatformObject;
import com.modalitysystems.onboarding.customer.CustomerReference;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What our own record says of customers' places, for whoever reads; Pexip is not asked.
 */
@Repository
public class RecordedPlaces {

	private final JdbcClient jdbc;

	private final PexipSettings settings;

	RecordedPlaces(JdbcClient jdbc, PexipSettings settings) {
		this.jdbc = jdbc;
		this.settings = settings;
	}

	/** The place that a customer has, or had. */
	public Optional<RecordedPlace> of(CustomerReference reference) {
		return this.jdbc.sql("""
				select reference, alias, domain, reserved_at, withdrawn_at from tenant_key
				where reference = :reference and given_up_at is null""")
			.param("reference", reference.value())
			.query(this::read)
			.optional();
	}

	private RecordedPlace read(ResultSet row, int index) throws SQLException {
		Blueprint blueprint = new Blueprint(new CustomerReference(row.getString("reference")), this.settings);
		return new RecordedPlace(new TenantKey(row.getString("alias"), row.getString("domain")).toString(),
				blueprint.firstToLast().stream().map(PlatformObject::of).toList(),
				row.getObject("reserved_at", OffsetDateTime.class),
				row.getObject("withdrawn_at", OffsetDateTime.class));
	}

}
