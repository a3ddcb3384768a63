package com.modalitysystems.onboarding.customer;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What customers show us of the set-up in their tenants. */
@Repository
@Transactional
public class SetupReports {

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	private final Clock clock;

	SetupReports(JdbcClient jdbc, ObjectMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * A run of the script, whose report is known to be genuine. What arrives last counts:
	 * the clocks of the computers on which the script runs do not tell which run was.
	 * @return whether this run was not reported before
	 */
	public boolean add(CustomerReference reference, SetupResult result) {
		int added = this.jdbc.sql("""
				insert into script_run (reference, run, reported_at) values (:reference, :run, :now)
				on conflict do nothing""")
			.param("reference", reference.value())
			.param("run", result.signedText())
			.param("now", now())
			.update();
		if (added == 1) {
			keep(reference, result);
		}
		return added == 1;
	}

	private void keep(CustomerReference reference, SetupResult result) {
		this.jdbc.sql("""
				update customer set setup_result = cast(:result as jsonb),
					policy_set_at = case cast(:change as text)
					when 'set' then cast(:at as timestamptz) when 'taken' then null else policy_set_at end
				where reference = :reference""")
			.param("result", write(result))
			.param("change", changeOf(result))
			.param("at", at(result))
			.param("reference", reference.value())
			.update();
	}

	/** What an invitation showed. */
	public void add(CustomerReference reference, InvitationProof proof) {
		this.jdbc.sql("update customer set invitation_proof = cast(:proof as jsonb) where reference = :reference")
			.param("proof", write(proof))
			.param("reference", reference.value())
			.update();
	}

	private static String changeOf(SetupResult result) {
		boolean taken = result.mode() == SetupResult.Mode.undo && result.stoppedAt() == SetupResult.Stop.nowhere;
		return result.isSetUp() ? "set" : (taken ? "taken" : "kept");
	}

	// a computer's clock may be ahead of ours
	private OffsetDateTime at(SetupResult result) {
		Instant at = result.at();
		return at.isBefore(this.clock.instant()) ? at.atOffset(ZoneOffset.UTC) : now();
	}

	private String write(Object value) {
		try {
			return this.json.writeValueAsString(value);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A result cannot fail to be written", ex);
		}
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
