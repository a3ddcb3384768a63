package com.modalitysystems.onboarding.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.OnboardingApplication;
import com.modalitysystems.onboarding.doctor.Doctor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How the application starts with settings that will not do. */
@ExtendWith(OutputCaptureExtension.class)
class BeforeTheStartTests {

	private static final Duration SECONDS = Duration.ofSeconds(60);

	@TempDir
	private Path folder;

	@Test
	void withoutSettingsItStopsWithOneListOfThem(CapturedOutput output) {
		assertThatExceptionOfType(SettingsRefused.class).isThrownBy(() -> OnboardingApplication.main(new String[0]));
		assertThat(output).containsOnlyOnce("APPLICATION FAILED TO START")
			.contains(Production.settings().size() + " settings are missing or cannot be used")
			.contains(Production.settings().keySet().stream().map((name) -> "\n" + name + " ").toList())
			.contains("docs/settings.md");
	}

	@Test
	void secretsInFilesCount(CapturedOutput output) throws IOException {
		Files.writeString(this.folder.resolve("onboarding.link-secret"), Production.LINK_SECRET);
		Files.createDirectories(this.folder.resolve("spring/datasource"));
		Files.writeString(this.folder.resolve("spring/datasource/password"), "file-secret-Rt6");
		Files.writeString(this.folder.resolve("conference.pexip.password"), "sandbox-pexip-password\n");
		assertThatExceptionOfType(SettingsRefused.class).isThrownBy(() -> OnboardingApplication
			.main(new String[] { "--spring.config.import=configtree:" + this.folder + "/" }));
		assertThat(output).contains((Production.settings().size() - 2) + " settings")
			.contains("conference.pexip.password is the sandbox's", "set in file [")
			.doesNotContain("onboarding.link-secret", "spring.datasource.password", Production.LINK_SECRET,
					"file-secret-Rt6", "sandbox-pexip-password");
	}

	/**
	 * A start as an operator sees it: a machine of its own, its environment and its exit
	 * code.
	 */
	@Test
	void theMachineEndsWithinSecondsAndNoSecretIsPrinted() throws Exception {
		Process machine = start(Map.of("FIREWALL_AZURE_CLIENTSECRET", "environment-secret-Pl2", "ONBOARDING_LINKSECRET",
				"too-short-Xq9", "DIRECTORY_ENTRA_CLIENTID", "pasted-secret-Mz4"));
		try {
			assertThat(machine.waitFor(SECONDS.toSeconds(), TimeUnit.SECONDS)).isTrue();
		}
		finally {
			machine.destroyForcibly();
		}
		assertThat(machine.exitValue()).isEqualTo(1);
		assertThat(Files.readString(log()))
			.contains(Production.settings().size() - 1 + " settings", "onboarding.link-secret must have at least 32",
					"directory.entra.client-id cannot be understood", "DIRECTORY_ENTRA_CLIENTID")
			.doesNotContain("environment-secret-Pl2", "too-short-Xq9", "pasted-secret-Mz4",
					"firewall.azure.client-secret");
	}

	@Test
	void whatSomebodyElseCannotUseIsNotShownEither(CapturedOutput output) {
		SpringApplication other = new SpringApplication(Other.class);
		other.setWebApplicationType(WebApplicationType.NONE);
		assertThatException().isThrownBy(() -> other.run("--server.port=pasted-secret-Mz4"));
		assertThat(output).contains("The setting server.port cannot be used").doesNotContain("pasted-secret-Mz4");
	}

	@ParameterizedTest
	@ValueSource(strings = { "password: @pasted-secret-Mz4", "password: ab: pasted-secret-Mz4",
			"password: !pasted-secret-Mz4 x", "{password: pasted-secret-Mz4",
			"pasted-secret-Mz4: 1\n    pasted-secret-Mz4: 2" })
	void aMalformedFileIsNotQuoted(String line) throws Exception {
		Path file = Files.writeString(this.folder.resolve("own.yaml"), "conference:\n  pexip:\n    " + line + "\n");
		for (List<String> called : List.of(List.<String>of(), List.of(Doctor.CALL))) {
			Process machine = start(Map.of("SPRING_CONFIG_ADDITIONALLOCATION", file.toUri().toString()), called);
			try {
				assertThat(machine.waitFor(SECONDS.toSeconds(), TimeUnit.SECONDS)).isTrue();
			}
			finally {
				machine.destroyForcibly();
			}
			assertThat(machine.exitValue()).isEqualTo(1);
			assertThat(Files.readString(log())).contains("own.yaml]", "cannot be read as YAML", ", column ")
				.containsPattern("line [345]")
				.doesNotContain("pasted-secret-Mz4", "\tat ");
		}
	}

	private Process start(Map<String, String> environment) throws IOException {
		return start(environment, List.of());
	}

	private Process start(Map<String, String> environment, List<String> arguments) throws IOException {
		ProcessBuilder machine = new ProcessBuilder(
				Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
						"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
						System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
						OnboardingApplication.class.getName()), arguments.stream())
					.toList())
			.redirectErrorStream(true)
			.redirectOutput(log().toFile());
		machine.environment().putAll(environment);
		return machine.start();
	}

	private Path log() {
		return this.folder.resolve("start.log");
	}

	@EnableConfigurationProperties(ServerProperties.class)
	private static final class Other {

	}

}
