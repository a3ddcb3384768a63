package com.modalitysystems.onboarding.mail;

import java.io.IOException;

import javax.sql.DataSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.modalitysystems.onboarding.customer.CustomerWishes;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Facts;
import com.modalitysystems.onboarding.customer.Trail;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The post office on a PostgreSQL of its own, with a mail server, and without the
 * postman: here the test walks.
 */
@TestConfiguration(proxyBeanMethods = false)
@EnableTransactionManagement
@Import({ LetterHouse.class, Customers.class, CustomerWishes.class, Facts.class, Trail.class, Outbox.class,
		LetterNews.class, UndeliveredLetters.class, OutboxLetters.class, LetterSender.class, Courier.class,
		PostOffice.class, LastDelivery.class, SimpleMeterRegistry.class })
class OutboxHouse {

	@Bean(destroyMethod = "close")
	EmbeddedPostgres postgres() throws IOException {
		return EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
	}

	@Bean
	DataSource dataSource(EmbeddedPostgres postgres) {
		DataSource database = postgres.getPostgresDatabase();
		// without the engine's own tables
		Flyway.configure().dataSource(database).locations("classpath:db/migration").load().migrate();
		return database;
	}

	@Bean
	PlatformTransactionManager transactionManager(DataSource dataSource) {
		return new DataSourceTransactionManager(dataSource);
	}

	@Bean
	TransactionTemplate transactions(PlatformTransactionManager manager) {
		return new TransactionTemplate(manager);
	}

	@Bean
	JdbcClient jdbc(DataSource dataSource) {
		return JdbcClient.create(dataSource);
	}

	@Bean
	ObjectMapper json() {
		// as Spring Boot makes it
		return Jackson2ObjectMapperBuilder.json().build();
	}

	@Bean(initMethod = "start", destroyMethod = "stop")
	GreenMail mailbox() {
		return new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
	}

	@Bean
	JavaMailSenderImpl mailServer() {
		JavaMailSenderImpl server = new JavaMailSenderImpl();
		server.setHost("localhost");
		server.getJavaMailProperties().setProperty("mail.smtp.timeout", "5000");
		return server;
	}

}
