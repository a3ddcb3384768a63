package com.modalitysystems.onboarding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Tag;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole house in production form on an empty database of its own, against the live
 * services that the environment's settings name ({@code FIREWALL_AZURE_CLIENTID} …). Runs
 * with {@code ./mvnw verify -Plive} only.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("live")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "camunda.bpm.job-execution.enabled=false", "staff.administrator.id=root",
				"staff.administrator.password=${random.uuid}-Aa1", "onboarding.link-secret=${random.uuid}" })
@ContextConfiguration(initializers = LiveTest.EmptyDatabase.class)
public @interface LiveTest {

	/** A database that ends with the tests. */
	class EmptyDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			try {
				EmbeddedPostgres postgres = EmbeddedPostgres.start();
				context.addApplicationListener(event -> {
					if (event instanceof ContextClosedEvent) {
						close(postgres);
					}
				});
				TestPropertyValues
					.of("spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
							"spring.datasource.username=postgres", "spring.datasource.password=postgres")
					.applyTo(context);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private static void close(EmbeddedPostgres postgres) {
			try {
				postgres.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
