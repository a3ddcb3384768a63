package com.modalitysystems.onboarding.customer;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Many customers at once. */
@Repository
@Transactional(readOnly = true)
public class CustomerLists {

	private static final String MATCHING = """
			 from customer where (cast(:stage as text) is null or stage = :stage)
			and (cast(:waitingFor as text) is null or waiting_for = :waitingFor)
			and (cast(:words as text) is null or position(lower(:words) in search_text) > 0)
			and (cast(:asker as text) is null
				or reference in (select reference from trail where what = 'onboardingRequested' and actor = :asker))
			""";

	private static final int ROWS_AT_A_TIME = 500;

	private final JdbcClient jdbc;

	private final CustomerRows rows;

	CustomerLists(DataSource database, ObjectMapper json) {
		JdbcTemplate inSteps = new JdbcTemplate(database);
		inSteps.setFetchSize(ROWS_AT_A_TIME);
		this.jdbc = JdbcClient.create(inSteps);
		this.rows = new CustomerRows(json);
	}

	/** Those of one page. */
	public List<Customer> page(CustomerQuery query) {
		return sql("select *" + MATCHING + ordered(query) + " limit :size offset :offset", query)
			.param("size", query.size())
			.param("offset", (long) query.page() * query.size())
			.query(this.rows)
			.list();
	}

	/** How many there are on all pages. */
	public long count(CustomerQuery query) {
		return sql("select count(*)" + MATCHING, query).query(Long.class).single();
	}

	/** Each on all pages, one after the other, however many there are. */
	public void each(CustomerQuery query, Consumer<Customer> reader) {
		try (Stream<Customer> all = sql("select *" + MATCHING + ordered(query), query).query(this.rows).stream()) {
			all.forEach(reader);
		}
	}

	private StatementSpec sql(String sql, CustomerQuery query) {
		return this.jdbc.sql(sql)
			.param("stage", (query.stage() != null) ? query.stage().name() : null)
			.param("waitingFor", (query.waitingFor() != null) ? query.waitingFor().name() : null)
			.param("words", query.words())
			.param("asker", (query.asker() != null) ? query.asker().name() : null);
	}

	private static String ordered(CustomerQuery query) {
		return "order by " + query.order().columns() + ", reference";
	}

}
