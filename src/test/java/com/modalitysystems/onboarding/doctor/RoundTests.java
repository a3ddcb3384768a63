package com.modalitysystems.onboarding.doctor;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.BadSqlGrammarException;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of examinations that go well, go wrong, or do not end. */
class RoundTests {

	private final AnnotationConfigApplicationContext house = new AnnotationConfigApplicationContext();

	private final ByteArrayOutputStream paper = new ByteArrayOutputStream();

	private final Report report = new Report(new PrintStream(this.paper, true, StandardCharsets.UTF_8));

	@AfterEach
	void close() {
		this.house.close();
	}

	@Test
	void eachFindingIsALineWithItsFixBelow() {
		add("one",
				() -> new Fake("Mail", () -> List.of(Finding.ok("takes\nletters"), Finding.warning("slow", "Wait."))));
		assertThat(examine()).containsExactly("ok       Mail                       takes letters",
				"warning  Mail                       slow", "                                    -> Wait.");
		assertThat(this.report.exitCode()).isZero();
	}

	@Test
	void whatFailedMakesTheExitCode() {
		add("one", () -> new Fake("Mail", () -> List.of(Finding.failed("shut", "Open it."))));
		add("two", () -> new Fake("Post", () -> List.of(Finding.ok("fine"))));
		assertThat(examine()).contains("failed   Mail                       shut",
				"ok       Post                       fine");
		assertThat(this.report.exitCode()).isEqualTo(1);
	}

	@Test
	void oneThatThrowsIsAFailureAndTheOthersFollow() {
		add("a", () -> new Fake("Mail", () -> {
			throw new IllegalStateException("answered 500");
		}));
		add("b", () -> new Fake("Post", () -> List.of(Finding.ok("fine"))));
		assertThat(examine()).containsExactly("failed   Mail                       answered 500",
				"ok       Post                       fine");
		assertThat(this.report.exitCode()).isEqualTo(1);
	}

	@Test
	void oneWhoseTablesAreYetToBeMadeIsWorthALook() {
		add("a", () -> new Fake("Firewall", () -> {
			throw new BadSqlGrammarException("look", "select from firewall_rule", new SQLException("42P01"));
		}));
		assertThat(examine().get(0)).startsWith("warning  Firewall").endsWith("its tables are not there yet");
		assertThat(this.report.exitCode()).isZero();
	}

	@Test
	void oneThatDoesNotEndIsAFailureAndTheOthersFollow() {
		CountDownLatch never = new CountDownLatch(1);
		add("a", () -> new Fake("Mail", () -> {
			try {
				never.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return List.of();
		}));
		add("b", () -> new Fake("Post", () -> List.of(Finding.ok("fine"))));
		List<String> lines = examine();
		assertThat(lines.get(0)).startsWith("failed   Mail                       did not end within");
		assertThat(lines).contains("ok       Post                       fine");
		never.countDown();
	}

	@Test
	void oneWhoseSettingsAreUnusableIsAFailureThatDoesNotShowThem() {
		this.house.register(NeedsPort.class);
		TestPropertyValues.of("server.port=secret-Uj4").applyTo(this.house);
		add("fakeExamination", () -> new Fake(String.valueOf(this.house.getBean(ServerProperties.class)), List::of));
		add("other", () -> new Fake("Post", () -> List.of(Finding.ok("fine"))));
		List<String> lines = examine();
		assertThat(lines.get(0))
			.isEqualTo("failed   Fake                       cannot be examined with these settings");
		assertThat(lines).contains("ok       Post                       fine");
		assertThat(this.paper.toString(StandardCharsets.UTF_8)).doesNotContain("secret-Uj4");
	}

	@Test
	void theSettingsAreExaminedFirst() {
		add("a", () -> new Fake("Mail", () -> List.of(Finding.ok("fine"))));
		this.house.registerBean("z", SettingsExamination.class,
				() -> new SettingsExamination(this.house.getEnvironment()));
		this.house.getEnvironment().addActiveProfile("sandbox");
		assertThat(examine()).containsExactly("ok       Settings                   those of the sandbox",
				"ok       Mail                       fine");
	}

	private void add(String name, Supplier<Examination> examination) {
		this.house.registerBean(name, Examination.class, examination);
	}

	private List<String> examine() {
		this.house.addBeanFactoryPostProcessor((beans) -> Stream.of(beans.getBeanDefinitionNames())
			.forEach((name) -> beans.getBeanDefinition(name).setLazyInit(true)));
		this.house.refresh();
		new Round(this.house, Duration.ofSeconds(2)).examine(this.report);
		return this.paper.toString(StandardCharsets.UTF_8).lines().toList();
	}

	private record Fake(String subject, Supplier<List<Finding>> look) implements Examination {

		@Override
		public List<Finding> findings() {
			return this.look.get();
		}

	}

	@EnableConfigurationProperties(ServerProperties.class)
	private static final class NeedsPort {

	}

}
