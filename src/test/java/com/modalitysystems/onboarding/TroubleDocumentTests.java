package com.modalitysystems.onboarding;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.SetupResult;
import com.modalitysystems.onboarding.directory.TenantLookup;
import com.modalitysystems.onboarding.http.Fault;
import com.modalitysystems.onboarding.http.NamedFailure;
import com.modalitysystems.onboarding.http.OthersFirst;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import com.modalitysystems.onboarding.http.TokenRefused;
import com.modalitysystems.onboarding.mail.LetterState;
import com.modalitysystems.onboarding.trouble.KnownTrouble;
import com.modalitysystems.onboarding.trouble.WayOn;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each failure that the code can raise has a name in the catalogue, and the catalogue
 * stands in {@code docs/trouble.md}. With {@code -Dtrouble.write=true} that is written
 * anew.
 */
class TroubleDocumentTests {

	private static final Path DOCUMENT = Path.of("docs", "trouble.md");

	private static final Path CODE = Path.of("src", "main", "java", "com", "modalitysystems", "onboarding");

	private static final Path WORDS = Path.of("src", "main", "resources", "messages-trouble.properties");

	private static final String BEGIN = "<!-- from here on written from the code -->\n";

	/** The rooms that a step of the process calls. */
	private static final List<String> CAPABILITIES = List.of("directory", "firewall", "conference", "http");

	private static final Pattern SYSTEM = Pattern.compile(
			"(?:SYSTEM = |new (?:RemoteCallFailed|OthersFirst)\\(|RemoteCallFailed\\s*\\.\\w+\\(|Tokens?\\()\"(\\w+)\"");

	private static final Map<WayOn, String> HEADINGS = Map.of(WayOn.CORRECT, "The tenant as it was named", WayOn.REMIND,
			"The consent", WayOn.TELL, "The consent", WayOn.RETRY, "Steps that failed", WayOn.SEND_AGAIN, "Letters",
			WayOn.RUN_AGAIN, "The script");

	/** What a fault calls itself. */
	private static final Pattern CODE_OF_A_FAULT = Pattern.compile("\"([A-Z]\\w+\\.[a-z]\\w+)\"");

	/** Failures that no step raises: each is answered where it happens. */
	private static final Set<String> ANSWERED_AT_THE_DOOR = Set.of("customer", "intake", "setup", "settings", "staff",
			"sandbox", "process");

	@Test
	void theDocumentSaysWhatTheCatalogueSays() throws IOException {
		String written = Files.readString(DOCUMENT);
		String expected = written.substring(0, written.indexOf(BEGIN) + BEGIN.length()) + tables();
		if (Boolean.getBoolean("trouble.write")) {
			Files.writeString(DOCUMENT, expected);
			return;
		}
		assertThat(written).as("docs/trouble.md; ./mvnw -q test -Dtest=TroubleDocumentTests -Dtrouble.write=true")
			.isEqualTo(expected);
	}

	@Test
	void eachFailureThatTheCodeCanRaiseIsInTheCatalogue() throws IOException {
		assertThat(everything()).hasSizeGreaterThan(100)
			.allSatisfy((code) -> assertThat(KnownTrouble.find(code)).as(code).isPresent());
	}

	@Test
	void theCatalogueHoldsNothingThatCannotHappen() throws IOException {
		Set<String> possible = everything();
		assertThat(Arrays.stream(KnownTrouble.values()).flatMap((known) -> known.codes().stream()))
			.filteredOn((code) -> !code.endsWith("*"))
			.isSubsetOf(possible)
			.doesNotHaveDuplicates();
	}

	@Test
	void eachTroubleLeadsToATaskInWhichSomebodyDecides() throws IOException {
		String drawings = drawings();
		assertThat(WayOn.values()).allSatisfy((way) -> {
			assertThat(drawings).contains("<bpmn:userTask id=\"" + way.task() + "\"");
			assertThat(Files.readString(Path.of("forms", way.task() + ".form"))).contains("\"decision\"");
		});
	}

	@Test
	void eachTroubleHasItsWords() throws IOException {
		Properties words = words();
		assertThat(KnownTrouble.values()).allSatisfy((known) -> {
			assertThat(words.getProperty("trouble." + known + ".meaning")).as("meaning of " + known).isNotBlank();
			assertThat(words.getProperty("trouble." + known + ".remedy")).as("remedy of " + known).isNotBlank();
			assertThat(words.getProperty("turn." + known.turn())).isNotBlank();
			assertThat(words.getProperty("way." + known.way())).isNotBlank();
		});
		assertThat(words.stringPropertyNames().stream().filter((key) -> key.startsWith("trouble.")))
			.hasSize(2 * KnownTrouble.values().length);
	}

	@Test
	void whateverAStepRaisesHasAName() {
		assertThat(House.CLASSES.stream()
			.filter((type) -> type.isAssignableTo(RuntimeException.class))
			.filter((type) -> !ANSWERED_AT_THE_DOOR.contains(roomOf(type)))).isNotEmpty()
			.allSatisfy((type) -> assertThat(type.isAssignableTo(NamedFailure.class)).as(type.getName()).isTrue());
	}

	/** Every code, from the types and the texts of the code itself. */
	private static Set<String> everything() throws IOException {
		Set<String> all = new TreeSet<>(Set.of("Ours.database", "Ours.unexpected"));
		all.addAll(faults());
		for (String system : systems()) {
			outcomes().forEach((outcome) -> all.add(system + "." + outcome));
		}
		all.addAll(Set.of(new OthersFirst("Azure").code(), new OthersFirst("Pexip").code()));
		for (String system : List.of("Entra", "Azure")) {
			aadsts().forEach((number) -> all.add(new TokenRefused(system, number, "x").code()));
			all.add(new TokenRefused(system, 0, "x").code());
			// one that Microsoft invents tomorrow
			all.add(new TokenRefused(system, 999999, "x").code());
		}
		Arrays.stream(Consent.Outcome.values())
			.filter((outcome) -> outcome != Consent.Outcome.verified)
			.forEach((outcome) -> all.add("Consent." + outcome));
		Arrays.stream(TenantLookup.Reason.values()).forEach((reason) -> all.add("Tenant." + reason));
		all.add("Tenant.alreadyOnboarding");
		Stream.of(LetterState.refused, LetterState.unknown, LetterState.deferred)
			.forEach((state) -> all.add("SMTP." + state));
		all.addAll(script());
		return all;
	}

	/** Every finding of the script that stands in the way, whatever else it found. */
	private static Set<String> script() {
		return Arrays.stream(SetupResult.Stop.values())
			.flatMap((stop) -> Arrays.stream(SetupResult.TenantSeen.values())
				.flatMap((tenant) -> Arrays.stream(SetupResult.PolicySeen.values())
					.flatMap((policy) -> Arrays.stream(SetupResult.ProviderSeen.values())
						.flatMap((provider) -> Arrays.stream(SetupResult.Scope.values())
							.map((scope) -> new SetupResult(SetupResult.Mode.everyone, stop, tenant, policy, provider,
									scope, SetupResult.Federation.open, 0, Instant.EPOCH, 1000))))))
			.flatMap((result) -> result.troubles().stream())
			.map((finding) -> "Script." + finding)
			.collect(Collectors.toSet());
	}

	/** How a call can fail: by each status, and by each way of not answering. */
	private static Set<String> outcomes() {
		Stream<RemoteCallFailed> answers = Stream.of(302, 400, 401, 403, 404, 409, 429, 500, 503)
			.map((status) -> RemoteCallFailed.answered("X", status, null));
		Stream<RemoteCallFailed> silence = Stream
			.of(new IOException(), new TimeoutException(), new IllegalStateException())
			.map((cause) -> new RemoteCallFailed("X", "is silent", null, cause));
		return Stream.concat(answers, silence)
			.map((failure) -> failure.code().substring(2))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> systems() throws IOException {
		return found(SYSTEM, (file) -> true);
	}

	/** Each class of faults names itself; those are read where they are written. */
	private static Set<String> faults() throws IOException {
		Set<String> files = House.CLASSES.stream()
			.filter((type) -> type.isAssignableTo(Fault.class) && !type.isEquivalentTo(Fault.class))
			.map((type) -> type.getSimpleName() + ".java")
			.collect(Collectors.toSet());
		Set<String> codes = found(CODE_OF_A_FAULT,
				(file) -> files.contains(file.getFileName().toString()) || read(file).contains("new PlatformFault("));
		assertThat(codes).hasSizeGreaterThanOrEqualTo(files.size());
		return codes;
	}

	/** The numbers that the directory knows; its enum is its own. */
	private static List<Integer> aadsts() throws IOException {
		List<Integer> numbers = Pattern.compile("\\n\\t[A-Z_]+\\((\\d+), Meaning")
			.matcher(Files.readString(CODE.resolve("directory/Aadsts.java")))
			.results()
			.map((number) -> Integer.valueOf(number.group(1)))
			.toList();
		assertThat(numbers).hasSizeGreaterThan(30);
		return numbers;
	}

	private static Set<String> found(Pattern pattern, Predicate<Path> wanted) throws IOException {
		Set<String> found = new TreeSet<>();
		for (String room : CAPABILITIES) {
			try (Stream<Path> files = Files.list(CODE.resolve(room))) {
				files.filter(wanted)
					.flatMap((file) -> pattern.matcher(read(file)).results())
					.forEach((result) -> found.add(result.group(1)));
			}
		}
		assertThat(found).isNotEmpty();
		return found;
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static String drawings() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
			return files.map(TroubleDocumentTests::read).collect(Collectors.joining());
		}
	}

	private static String roomOf(JavaClass type) {
		return type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
	}

	/** One table for each way on, in the order of the catalogue. */
	private static String tables() throws IOException {
		Properties words = words();
		Map<String, String> tables = new LinkedHashMap<>();
		for (KnownTrouble known : KnownTrouble.values()) {
			tables.merge(HEADINGS.get(known.way()), row(known, words), String::concat);
		}
		return tables.entrySet()
			.stream()
			.map((table) -> "\n## " + table.getKey()
					+ "\n\n| failure | what it means | whose turn | what to do | how it goes on |"
					+ "\n|---|---|---|---|---|\n" + table.getValue())
			.collect(Collectors.joining());
	}

	private static String row(KnownTrouble known, Properties words) {
		String codes = known.codes().stream().map((code) -> "`" + code + "`").collect(Collectors.joining("<br>"));
		return "| " + String.join(" | ", codes, words.getProperty("trouble." + known + ".meaning"),
				words.getProperty("turn." + known.turn()), words.getProperty("trouble." + known + ".remedy"),
				words.getProperty("way." + known.way())) + " |\n";
	}

	private static Properties words() throws IOException {
		Properties words = new Properties();
		try (Reader file = Files.newBufferedReader(WORDS)) {
			words.load(file);
		}
		return words;
	}

}
