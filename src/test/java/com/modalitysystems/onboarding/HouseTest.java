package com.modalitysystems.onboarding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.jobexecutor.AcquireJobsCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * The whole house on a free port, with its PostgreSQL, its SMTP server and the sandbox on
 * the wire. All tests that carry it share one context.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT,
		properties = { "server.port=0", "management.server.port=0", "management.prometheus.metrics.export.enabled=true",
				"sandbox.database-durable=off",
				// that we keep the pace which Azure asks for has tests of its own
				"sandbox.retry-after=0s",
				// or it restores in the sandbox what a test opened elsewhere
				"firewall.azure.reconcile-every=1d",
				// each event of each test would be told to three webhooks
				"notices.every=1d" })
@ActiveProfiles("sandbox")
@ContextConfiguration(initializers = HouseTest.FreshData.class)
@TestExecutionListeners(listeners = { HouseTest.OwnEngine.class, HouseTest.ClosingTime.class },
		mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface HouseTest {

	/** A data directory of its own for each context. */
	class FreshData implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			try {
				Path target = Files.createDirectories(Path.of("target", "data"));
				TestPropertyValues.of("onboarding.data-directory=" + Files.createTempDirectory(target, "house"))
					.applyTo(context);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	/**
	 * Camunda's web applications find their engine in a static register, under its name.
	 * There the engine of the context that started last would answer for all of them.
	 */
	class OwnEngine implements TestExecutionListener {

		@Override
		public void beforeTestClass(TestContext test) {
			ProcessEngines.registerProcessEngine(test.getApplicationContext().getBean(ProcessEngine.class));
		}

	}

	/**
	 * The engine's clock is static: whoever moves it moves it in all contexts, and in
	 * each of them all timers would be due, again and again. So nobody works in a house
	 * whose tests do not run.
	 */
	class ClosingTime implements TestExecutionListener {

		@Override
		public void beforeTestClass(TestContext test) {
			executor(test).ifAvailable(JobExecutor::start);
		}

		@Override
		public void afterTestClass(TestContext test) {
			if (test.hasApplicationContext()) {
				executor(test).ifAvailable(ClosingTime::rest);
			}
		}

		private static void rest(JobExecutor executor) {
			AcquireJobsCommandFactory ours = executor.getAcquireJobsCmdFactory();
			executor.shutdown();
			// which it forgets when it stops
			executor.setAcquireJobsCmdFactory(ours);
		}

		private static ObjectProvider<JobExecutor> executor(TestContext test) {
			return test.getApplicationContext().getBeanProvider(JobExecutor.class);
		}

	}

}
