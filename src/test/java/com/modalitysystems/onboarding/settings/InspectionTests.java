package com.modalitysystems.onboarding.settings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said of the settings before anything is made of them. */
class InspectionTests {

	private static final String TYPED_BY_MISTAKE = "hunter2";

	private final Map<String, String> settings = Production.settings();

	@Test
	void withEverythingThatIsNeededNothingIsWrong() {
		assertThat(problems()).isEmpty();
	}

	@Test
	void withNothingEverythingThatIsNeededIsListed() {
		List<String> needed = List.copyOf(this.settings.keySet());
		this.settings.clear();
		assertThatMissing(needed);
	}

	@Test
	void eachEntrySaysWhatTheSettingIsAndHowOneWritesIt() {
		this.settings.clear();
		assertThat(Inspection.of(environment())).allSatisfy((problem) -> {
			assertThat(problem.meaning()).isNotBlank();
			assertThat(problem.example()).isNotBlank();
		}).anySatisfy((problem) -> {
			assertThat(problem.setting()).isEqualTo("conference.pexip.base-url");
			assertThat(problem.meaning()).isEqualTo("base URL of the Management Node");
			assertThat(problem.example()).isEqualTo("https://pexip.example.com");
		});
	}

	@Test
	void withHalfOfThemTheOtherHalfIsListed() {
		List<String> all = List.copyOf(this.settings.keySet());
		List<String> others = all.stream().filter((name) -> all.indexOf(name) % 2 == 1).toList();
		others.forEach(this.settings::remove);
		assertThatMissing(others);
	}

	@ParameterizedTest
	@ValueSource(strings = { "onboarding.link-secret", "onboarding.public-url", "directory.entra.client-id",
			"conference.pexip.username", "mail.from", "spring.mail.host", "spring.datasource.password" })
	void whatIsLeftEmptyIsMissing(String setting) {
		this.settings.put(setting, "");
		assertThat(problems()).singleElement().asString().startsWith(setting + " is missing");
	}

	@Test
	void whatCannotBeUnderstoodIsListedWithoutItsValueAndWithItsPlace() {
		List<String> malformed = List.of("conference.pexip.connector-port", "conference.pexip.trusted-application-id",
				"directory.consent.via", "directory.entra.client-id", "directory.entra.home-tenant",
				"firewall.azure.operation-time", "firewall.azure.port", "firewall.azure.priorities",
				"firewall.azure.security-group", "firewall.azure.tenant-id", "intake.limits.per-address", "mail.from",
				"mail.managers", "mail.reply-to", "onboarding.allow-loopback-services", "onboarding.brand.accent",
				"onboarding.link-secret", "onboarding.previous-link-secret", "onboarding.public-url",
				"schedule.setup-reminders", "schedule.zone", "spring.datasource.url");
		malformed.forEach((setting) -> this.settings.put(setting, TYPED_BY_MISTAKE + " <> " + TYPED_BY_MISTAKE));
		assertThat(Inspection.of(environment())).extracting(Problem::setting).containsExactlyElementsOf(malformed);
		assertThat(problems()).allSatisfy((problem) -> assertThat(problem).doesNotContain(TYPED_BY_MISTAKE)
			.contains("(set in \"")
			.endsWith("from property source \"a file\")"));
	}

	@Test
	void aNumberOutOfBoundsIsToldItsBounds() {
		this.settings.put("conference.pexip.connector-port", "65536");
		this.settings.put("intake.limits.per-address", "0");
		assertThat(problems()).satisfiesExactly(
				(port) -> assertThat(port)
					.startsWith("conference.pexip.connector-port must be less than or equal to 65535"),
				(limit) -> assertThat(limit).startsWith("intake.limits.per-address must be greater than 0"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "conference.pexip.patience", "firewall.azure.operation-time", "firewall.azure.patience",
			"firewall.azure.reconcile-every", "intake.limits.period", "intake.remember-submissions",
			"mail.claim-lifetime", "mail.first-retry", "mail.give-up-after", "mail.longest-retry",
			"schedule.consent-expires", "schedule.look-at-least", "schedule.look-at-most", "schedule.look-unasked",
			"schedule.policy-spreads", "schedule.renewal-time", "schedule.wake-again", "schedule.window" })
	void aTimeThatIsNoneIsTold(String setting) {
		for (String none : List.of("0s", "-3d")) {
			this.settings.put(setting, none);
			assertThat(problems()).singleElement()
				.asString()
				.startsWith(setting + " must be longer than or equal to 1 second (set in ");
		}
	}

	@Test
	void aNumberOfDaysThatIsNoneIsTold() {
		this.settings.put("schedule.approval-due", "-1");
		this.settings.put("schedule.answer-due", "0");
		this.settings.put("schedule.address-changes", "-1");
		assertThat(problems()).satisfiesExactly(
				(changes) -> assertThat(changes)
					.startsWith("schedule.address-changes must be greater than or equal to 0"),
				(answer) -> assertThat(answer).startsWith("schedule.answer-due must be greater than 0"),
				(approval) -> assertThat(approval)
					.startsWith("schedule.approval-due must be greater than or equal to 0"));
	}

	@Test
	void whatCustomersCouldNotUseIsListed() {
		this.settings.put("mail.from", "nobody");
		this.settings.put("onboarding.public-url", "https://onboarding.contoso.com/?x=1");
		assertThat(problems()).satisfiesExactlyInAnyOrder(
				(from) -> assertThat(from).startsWith("mail.from must be an e-mail address with a domain"),
				(address) -> assertThat(address).startsWith("onboarding.public-url must have no query"));
	}

	@Test
	void whatARecordRefusesItselfIsListedInItsWords() {
		this.settings.put("directory.consent.via", "connector");
		this.settings.put("schedule.setup-reminders", "5,2");
		assertThat(problems()).satisfiesExactly(
				(url) -> assertThat(url).isEqualTo("directory.consent.connector-url is needed for via: connector"),
				(rungs) -> assertThat(rungs).startsWith("schedule.setup-reminders must be rising numbers"));
		this.settings.put("directory.consent.connector-url", "https://teams.contoso.com/consent");
		this.settings.remove("schedule.setup-reminders");
		assertThat(problems()).isEmpty();
	}

	@Test
	void aRecordsOwnObjectionsAreListedBesideWhatIsMissingInIt() {
		this.settings.remove("onboarding.public-url");
		this.settings.put("onboarding.link-secret", TYPED_BY_MISTAKE);
		this.settings.put("onboarding.previous-link-secret", TYPED_BY_MISTAKE);
		assertThat(Inspection.of(environment())).extracting(Problem::setting)
			.containsExactly("onboarding.link-secret", "onboarding.previous-link-secret", "onboarding.public-url");
	}

	@Test
	void aHalfOfWhatMayLackAltogetherIsMissing() {
		this.settings.put("staff.administrator.password", "Correct-Horse-7-Battery");
		assertThat(problems()).containsExactly("staff.administrator.id is missing");
	}

	@Test
	void aSettingThatPointsToOneThatDoesNotExistIsListed() {
		this.settings.put("spring.mail.host", "${NO_SUCH_THING}");
		this.settings.put("firewall.azure.tenant-id", "${NO_SUCH_THING}");
		assertThat(Inspection.of(environment())).extracting(Problem::setting)
			.containsExactly("firewall.azure.tenant-id", "spring.mail.host");
	}

	@ParameterizedTest
	@CsvSource({ "onboarding.link-secret,sandbox-link-secret-which-is-no-secret",
			"directory.entra.client-secret,sandbox-entra-secret", "firewall.azure.client-secret,sandbox-azure-secret",
			"conference.pexip.password,sandbox-pexip-password", "firewall.azure.client-secret,sandbox-entra-secret" })
	void aSecretOfTheSandboxIsRefused(String setting, String value) {
		this.settings.put(setting, value);
		assertThat(problems()).singleElement()
			.asString()
			.startsWith(setting + " is the sandbox's, which everybody knows")
			.doesNotContain(value);
	}

	@ParameterizedTest
	@CsvSource({ "https://onboarding.contoso.com/sandbox/pexip,leads to a sandbox",
			"http://localhost:8080/sandbox/pexip,leads to a sandbox", "https://localhost,leads to this machine",
			"https://127.0.0.1:8443,leads to this machine", "https://[::1]/,leads to this machine",
			"https://localhost.,leads to this machine", "https://[0:0:0:0:0:0:0:1],leads to this machine",
			"https://[::],leads to this machine", "https://0.0.0.0,leads to this machine",
			"https://[::ffff:127.0.0.1],leads to this machine", "https://2130706433,leads to this machine",
			"https://127.0.0.1.,is not an address", "https://127.1,is not an address",
			"http://pexip.contoso.com,does not begin with https://", "pexip.contoso.com,is not an address" })
	void aServiceThatIsHereOrSpokenToInTheOpenIsRefused(String address, String why) {
		this.settings.put("conference.pexip.base-url", address);
		this.settings.put("onboarding.public-url", address);
		assertThat(problems()).satisfiesExactly(
				(pexip) -> assertThat(pexip).startsWith("conference.pexip.base-url " + why),
				(own) -> assertThat(own).startsWith("onboarding.public-url " + why));
	}

	@Test
	void servicesMayBeASandboxWhereThatIsSaidButOurOwnSecretMayNotBeKnown() {
		this.settings.put("conference.pexip.base-url", "http://localhost:8081/sandbox/pexip");
		this.settings.put("conference.pexip.password", "sandbox-pexip-password");
		this.settings.put("onboarding.public-url", "http://localhost:8080");
		this.settings.put("onboarding.allow-loopback-services", "true");
		assertThat(problems()).isEmpty();
		this.settings.put("onboarding.link-secret", "sandbox-link-secret-which-is-no-secret");
		assertThat(problems()).singleElement().asString().startsWith("onboarding.link-secret is the sandbox's");
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.mail.port", "spring.datasource.generate-unique-name", "server.port",
			"management.server.port", "server.tomcat.threads.max" })
	void whatSpringBootCannotUnderstandIsListedToo(String setting) {
		this.settings.put(setting, TYPED_BY_MISTAKE);
		assertThat(problems()).singleElement()
			.asString()
			.startsWith(setting + " cannot be understood (set in")
			.doesNotContain(TYPED_BY_MISTAKE);
	}

	@ParameterizedTest
	@CsvSource({ "firewall.azure.lifetime, firewall.azure.client-id", "schedule.windows, schedule.window",
			"mail.form, mail.from", "mail.manager[0], mail.managers", "onboarding.public.url, onboarding.public-url",
			"conference.pexip.dialling.rule-mach, conference.pexip.dialling.rule-match",
			"onboarding.public-url.port, onboarding.public-url" })
	void aNameThatIsMisspeltIsListedWithTheNearest(String misspelt, String nearest) {
		this.settings.put(misspelt, TYPED_BY_MISTAKE);
		assertThat(problems()).singleElement()
			.asString()
			.startsWith(misspelt.replace("[0]", "") + " is no setting; the nearest is " + nearest)
			.contains("(set in ")
			.doesNotContain(TYPED_BY_MISTAKE);
	}

	@Test
	void aNameMayBeWrittenInEachWayThatCounts() {
		this.settings.put("schedule.consentExpires", "20d");
		this.settings.put("mail.managers[0]", "one@contoso.com");
		this.settings.put("mail.managers[1]", "two@contoso.com");
		this.settings.put("conference.pexip.dialling.trustRegistered", "false");
		this.settings.put("sandbox.smtp-port", "2525");
		this.settings.put("mailbox.name", "is somebody else's");
		assertThat(problems()).isEmpty();
	}

	@Test
	void aVariableThatIsMisspeltIsListedAndOneOfSomebodyElseIsNot() {
		StandardEnvironment environment = environment();
		environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("systemEnvironment",
					new TreeMap<>(Map.of("MAIL", "/var/mail/root", "MAIL_PORT_25_TCP_ADDR", "10.0.0.1", "STAFF_ID", "7",
							"SCHEDULE_WINDOWS", TYPED_BY_MISTAKE, "SCHEDULE_CONSENT_EXPIRES", "20d", "MAIL_MANAGERS_0",
							"one@contoso.com"))));
		assertThat(Inspection.of(environment)).singleElement()
			.extracting(Problem::sentence)
			.asString()
			.startsWith("schedule.windows is no setting; the nearest is schedule.window")
			.doesNotContain(TYPED_BY_MISTAKE);
	}

	@Test
	void webhooksAreNamedInAList() {
		this.settings.put("notices.webhooks[0].name", "crm");
		this.settings.put("notices.webhooks[0].url", "https://crm.contoso.com/onboarding");
		this.settings.put("notices.webhooks[0].secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
		assertThat(problems()).isEmpty();
		this.settings.put("notices.webhooks[0].secret", TYPED_BY_MISTAKE);
		assertThat(problems()).singleElement()
			.asString()
			.contains("secret of crm must be whsec_")
			.doesNotContain(TYPED_BY_MISTAKE);
	}

	@Test
	void whereNamesAreFreeAnyNameIsOne() {
		this.settings.put("roles.groups.whoever", "staff");
		this.settings.put("roles.group.whoever", TYPED_BY_MISTAKE);
		Metadata.Property free = new Metadata.Property("roles.groups", "java.util.Map<java.lang.String,Role>", null,
				null, null);
		assertThat(KnownNames.problems(List.of(free), new Given(environment()))).extracting(Problem::sentence)
			.containsExactly("roles.group.whoever is no setting; the nearest is roles.groups");
	}

	@Test
	void whatIsSetInTheEnvironmentCounts() {
		String secret = this.settings.remove("firewall.azure.client-secret");
		String url = this.settings.remove("onboarding.public-url");
		StandardEnvironment environment = environment();
		environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("systemEnvironment",
					new TreeMap<>(Map.of("FIREWALL_AZURE_CLIENTSECRET", secret, "ONBOARDING_PUBLICURL", url))));
		assertThat(Inspection.of(environment)).isEmpty();
	}

	private void assertThatMissing(List<String> names) {
		assertThat(Inspection.of(environment())).extracting(Problem::setting).containsExactlyElementsOf(names);
		// where one of two will do, their record says so in its own words
		assertThat(problems()).allMatch((problem) -> problem.contains(" is missing") || problem.contains(" is needed"));
	}

	private List<String> problems() {
		return Inspection.of(environment()).stream().map(Problem::sentence).toList();
	}

	private StandardEnvironment environment() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("a file", new TreeMap<>(this.settings)));
		return environment;
	}

}
