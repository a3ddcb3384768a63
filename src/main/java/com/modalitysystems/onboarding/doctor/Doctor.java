package com.modalitysystems.onboarding.doctor;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Examines an installation by using what it is set to: {@code java -jar onboarding.jar
 * doctor}. It may run beside a live one, for it neither starts the engine nor takes part
 * in its work.
 */
public final class Doctor {

	/** What a person types to call the doctor. */
	public static final String CALL = "doctor";

	// what is logged on the way is found and told
	private static final Map<String, Object> QUIETLY = Map.of("logging.threshold.console", "off");

	// few connections, and a quick answer when there are none
	private static final Map<String, Object> MODESTLY = Map.of("spring.datasource.hikari.maximum-pool-size", 2,
			"spring.datasource.hikari.minimum-idle", 0, "spring.datasource.hikari.connection-timeout", 10_000);

	private final Class<?> house;

	private final PrintStream paper;

	/**
	 * A doctor for an application.
	 * @param house the application
	 * @param paper where the findings are written
	 */
	public Doctor(Class<?> house, PrintStream paper) {
		this.house = house;
		this.paper = paper;
	}

	/**
	 * Examine everything.
	 * @param args settings, as the application takes them
	 * @return the exit code: 0, or 1 if something failed
	 */
	public int examine(String... args) {
		Report report = new Report(this.paper);
		try (ConfigurableApplicationContext practice = open(new SpringApplication(Practice.class), args)) {
			if (practice.getEnvironment().acceptsProfiles(Profiles.of("sandbox"))) {
				examineSandbox(report, args);
			}
			else {
				new Round(practice).examine(report);
			}
		}
		catch (RuntimeException ex) {
			String reason = NestedExceptionUtils.getMostSpecificCause(ex).getMessage();
			report.add("Settings", Finding.failed("nothing can be examined: " + reason, "Correct what it names."));
		}
		return report.exitCode();
	}

	// whose services must run to be examined
	private void examineSandbox(Report report, String... args) {
		SpringApplication sandbox = new SpringApplication(this.house);
		sandbox.setDefaultProperties(Map.of("logging.threshold.console", "off", "server.port", "0",
				"onboarding.data-directory", freshFolder()));
		try (ConfigurableApplicationContext house = sandbox.run(args)) {
			new Round(house).examine(report);
		}
	}

	private static ConfigurableApplicationContext open(SpringApplication practice, String... args) {
		practice.setWebApplicationType(WebApplicationType.NONE);
		practice.setDefaultProperties(QUIETLY);
		practice.addInitializers((context) -> context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource(CALL, MODESTLY)));
		return practice.run(args);
	}

	private static String freshFolder() {
		try {
			return Files.createTempDirectory("sandbox").toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
