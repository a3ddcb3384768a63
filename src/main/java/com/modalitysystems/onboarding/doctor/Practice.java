package com.modalitysystems.onboarding.doctor;

import java.util.stream.Stream;

import org.flywaydb.core.Flyway;

import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.metrics.MetricsAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.metrics.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.autoconfigure.web.client.RestClientAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * As much of the house as an examination needs: all of its parts, each made only when it
 * is asked for, on few foundations, and nothing that works of itself. It is deliberately
 * no configuration of Spring's own kind, which the house would find and take over.
 */
@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
		TransactionAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
		FlywayAutoConfiguration.class, MailSenderAutoConfiguration.class, SslAutoConfiguration.class,
		JacksonAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class, RestClientAutoConfiguration.class,
		MessageSourceAutoConfiguration.class, ValidationAutoConfiguration.class, MetricsAutoConfiguration.class,
		CompositeMeterRegistryAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class })
@EnableConfigurationProperties
@ConfigurationPropertiesScan(Practice.HOUSE)
@ComponentScan(basePackages = Practice.HOUSE,
		excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = SelfStarters.class))
class Practice {

	static final String HOUSE = "com.modalitysystems.onboarding";

	@Bean
	static BeanDefinitionRegistryPostProcessor onlyOnDemand() {
		return (house) -> {
			// nobody hears that it is open
			house.removeBeanDefinition(AnnotationConfigUtils.EVENT_LISTENER_PROCESSOR_BEAN_NAME);
			Stream.of(house.getBeanDefinitionNames())
				.forEach((name) -> house.getBeanDefinition(name).setLazyInit(true));
		};
	}

	/** Whoever asks for the database would have it migrated first. */
	@Bean
	FlywayMigrationStrategy lookOnly() {
		return Practice::leaveAsItIs;
	}

	private static void leaveAsItIs(Flyway schema) {
	}

}
