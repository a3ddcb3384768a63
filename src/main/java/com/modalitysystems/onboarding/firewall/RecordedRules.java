package com.modalitysystems.onboarding.firewall;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;

import com.modalitysystems.onboarding.customer.CustomerReference;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What our own record says of rules, for whoever reads; Azure is not asked. */
@Repository
public class RecordedRules {

	private final JdbcClient jdbc;

	RecordedRules(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The rule that a customer has, or had last. */
	public Optional<RecordedRule> lastOf(CustomerReference reference) {
		return this.jdbc.sql("""
				select reference, security_group, priority, opened_at, closed_at from firewall_rule
				where reference = :reference order by id desc limit 1""")
			.param("reference", reference.value())
			.query(RecordedRules::read)
			.optional();
	}

	private static RecordedRule read(ResultSet row, int index) throws SQLException {
		String group = row.getString("security_group");
		return new RecordedRule(SecurityRule.nameFor(new CustomerReference(row.getString("reference"))),
				group.substring(group.lastIndexOf('/') + 1), row.getInt("priority"),
				row.getObject("opened_at", OffsetDateTime.class), row.getObject("closed_at", OffsetDateTime.class));
	}

}
