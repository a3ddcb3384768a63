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
		assertThat(this.jdbc.sql("select count(*) from customer").query(Long.class).single()).isZero();
	}

}
