package com.modalitysystems.onboarding;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
class StartTests {

	@Autowired
	private JdbcClient jdbc;

	@Test
	void theHouseStartsOnAMigratedDatabase() {
		assertThat(this.jdbc.sql("select bool_and(success) from flyway_schema_history").query(Boolean.class).single())
			.isTrue();
		assertThat(this.jdbc.sql("select to_regclass('customer') is not null").query(Boolean.class).single()).isTrue();
	}

}
