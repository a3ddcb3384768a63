package com.modalitysystems.onboarding.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.SetupResult;
import com.modalitysystems.onboarding.setup.PowerShellTokens.Kind;
import com.modalitysystems.onboarding.setup.PowerShellTokens.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/** The script as it lies in the house, before anybody's values stand in it. */
class ScriptTemplateTests {

	private static final Pattern ROW = Pattern.compile("^ {4}@\\('(\\w+)', '(\\w+)', '(\\w+)', '(.*)'\\),?$",
			Pattern.MULTILINE);

	private static final Pattern VARIABLE = Pattern.compile("\\$(?!(?:_|true|false|null)\\b)(\\w+)");

	private static final Pattern COMMAND = Pattern.compile("(?<![\\w$-])([A-Z][A-Za-z]+-[A-Z]\\w+)");

	private final String script = read();

	private final String code = PowerShellTokens.of(this.script)
		.stream()
		.filter(token -> token.kind() != Kind.comment && token.kind() != Kind.verbatim)
		.map(Token::text)
		.collect(Collectors.joining());

	@Test
	void everyPlaceForAValueIsAQuotedAssignment() {
		assertThat(this.script).doesNotContainPattern("(?<!')<[a-zA-Z]+>").doesNotContainPattern("<[a-zA-Z]+>(?!')");
		assertThat(all(Pattern.compile("(?m)^\\$\\w+ +=.*'<([a-zA-Z]+)>'$"), this.script, 1)).containsExactly(
				"serviceName", "company", "tenantId", "tenantKey", "instructionUri", "applicationIds", "serviceDomain",
				"reportUri", "reportKey");
		assertThat(all(Pattern.compile("'<[a-zA-Z]+>'"), this.script, 0)).hasSize(9);
	}

	@Test
	void noCommentHoldsAPlaceForAValue() {
		assertThat(PowerShellTokens.of(this.script)).filteredOn(token -> token.kind() == Kind.comment)
			.noneMatch(token -> token.text().matches("(?s).*'<\\w+>'.*"));
	}

	@Test
	void windowsPowerShellUnderstandsEveryWord() {
		assertThat(this.script).isASCII().doesNotContain("\t", "-AsHashtable", "-Parallel", "$IsWindows");
		assertThat(this.code).as("no ternary, no ??, no ?., no && and no ||").doesNotContain("?", "&&", "||");
	}

	@Test
	void nothingRunsTextAsCode() {
		assertThat(this.code).doesNotContain("&", "Invoke-Expression", "iex", "[scriptblock]", "Add-Type",
				"Invoke-Command");
		assertThat(this.code).doesNotContainPattern("(?m)^\\s*\\.\\s");
	}

	@Test
	void scriptCallsOnlyTheseCommands() {
		Set<String> own = all(Pattern.compile("(?m)^function ([\\w-]+)"), this.script, 1).collect(Collectors.toSet());
		Set<String> called = all(COMMAND, this.code, 1).collect(Collectors.toCollection(TreeSet::new));
		assertThat(called).containsAll(own);
		called.removeAll(own);
		assertThat(called).containsExactlyInAnyOrder("Connect-MicrosoftTeams", "ConvertFrom-Json", "ConvertTo-Json",
				"ForEach-Object", "Format-List", "Get-Content", "Get-CsOnlineUser",
				"Get-CsTeamsVideoInteropServicePolicy", "Get-CsTenantFederationConfiguration",
				"Get-CsVideoInteropServiceProvider", "Get-Module", "Get-Random",
				"Grant-CsTeamsVideoInteropServicePolicy", "Import-Module", "Invoke-RestMethod", "Join-Path",
				"New-CsVideoInteropServiceProvider", "New-Object", "Out-Host", "Out-Null", "Read-Host", "Remove-Item",
				"Remove-CsVideoInteropServiceProvider", "Select-Object", "Set-Content",
				"Set-CsTenantFederationConfiguration", "Set-CsVideoInteropServiceProvider", "Set-Variable",
				"Sort-Object", "Test-Path", "Where-Object", "Write-Host", "Write-Warning");
		assertThat(all(Pattern.compile("Invoke-RestMethod"), this.code, 0)).as("one way out").hasSize(1);
	}

	/**
	 * A module's function keeps its own preference for errors: without this, a refusal
	 * would be printed and passed over.
	 */
	@Test
	void everyRefusalOfMicrosoftEndsTheStep() {
		assertThat(this.code.lines().filter(line -> line.matches(".*\\w-Cs\\w+ .*|.*Connect-MicrosoftTeams.*")))
			.isNotEmpty()
			.allMatch(line -> line.contains("-ErrorAction Stop"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "New-CsVideoInteropServiceProvider", "Set-Provider", "Grant-User", "Grant-Everyone",
			"Edit-AllowedDomains 'Add'" })
	void everyChangeIsAskedForFirst(String change) {
		List<String> setUp = function("Set-Up").lines().toList();
		List<String> before = Stream.iterate(1, line -> line < setUp.size(), line -> line + 1)
			.filter(line -> setUp.get(line).strip().startsWith(change))
			.map(line -> setUp.get(line - 1))
			.toList();
		assertThat(before).hasSize(1).allMatch(line -> line.contains("(Test-Change "));
		assertThat(function("Test-Change")).contains("if ($Changing) {");
		assertThat(this.script).contains("$Changing = $Mode -eq 'Pilot' -or $Mode -eq 'Everyone'");
	}

	@Test
	void whatWasThereIsWrittenDownBeforeTheFirstChange() {
		String setUp = function("Set-Up");
		assertThat(setUp.indexOf("Save-Before")).isPositive().isLessThan(setUp.indexOf("Test-Change"));
		assertThat(setUp.lastIndexOf("Resolve-Finding")).as("every question is asked before")
			.isLessThan(setUp.indexOf("Save-Before"));
	}

	/** What somebody else changed since is not this script's to put back. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Grant-User $user.name $user.policy       | $now -eq $PolicyName
			Grant-Everyone $before.everyone          | $everyone -eq $PolicyName -and $before.everyone -ne $PolicyName
			Set-Provider $provider $wanted           | $found -eq 'ours' -or $found -eq 'differs'
			Remove-CsVideoInteropServiceProvider     | $found -eq 'ours' -or $found -eq 'differs'
			Edit-AllowedDomains 'Remove'             | $before.domainAdded
			Edit-AllowedDomains 'Remove'             | (Find-Federation (Get-Federation)) -eq 'listed'
			""", quoteCharacter = '"')
	void undoPutsBackOnlyWhatIsStillItsOwn(String act, String condition) {
		List<String> undo = function("Undo-Everything").lines().toList();
		int at = IntStream.range(0, undo.size())
			.filter(line -> undo.get(line).strip().startsWith(act))
			.findFirst()
			.orElseThrow();
		assertThat(conditionsOf(at, undo)).contains("if (" + condition + ") {");
	}

	@Test
	void undoTellsWhatSomebodyHasAgain() {
		assertThat(function("Undo-Everything")).doesNotContain("has the policy no more")
			.contains("if ($user.policy) {", "has the policy $($user.policy) again.",
					"has no policy of their own any more.");
	}

	@Test
	void scriptDoesNotClaimWhatItDidNotLookAt() {
		assertThat(words("role", "reads")).contains("may read", "shows only with the first change");
		assertThat(words("everyone", "ours")).contains("of their own keep", "Get-CsOnlineUser");
		assertThat(words("everyone", "none")).contains("of their own keep", "Get-CsOnlineUser");
		assertThat(words("everyone", "other")).contains("of their own keep", "Get-CsOnlineUser");
	}

	private String words(String about, String found) {
		return rows().stream()
			.filter(row -> row.about().equals(about) && row.found().equals(found))
			.map(Row::words)
			.findFirst()
			.orElseThrow();
	}

	/** The lines that open the blocks around a line. */
	private static List<String> conditionsOf(int at, List<String> lines) {
		List<String> conditions = new ArrayList<>();
		int depth = indentOf(lines.get(at));
		for (int line = at; line >= 0; line--) {
			if (indentOf(lines.get(line)) < depth && !lines.get(line).isBlank()) {
				depth = indentOf(lines.get(line));
				conditions.add(lines.get(line).strip());
			}
		}
		return conditions;
	}

	private static int indentOf(String line) {
		return line.length() - line.stripLeading().length();
	}

	// PowerShell does not tell $words from $Words, and a callee sees its caller's
	@Test
	void everyVariableIsSpelledInOneWay() {
		Map<String, Set<String>> spellings = new HashMap<>();
		Set<String> top = all(Pattern.compile("(?m)^\\$(\\w+) += "), this.script, 1).collect(Collectors.toSet());
		all(Pattern.compile("(?m)^ +\\$(\\w+) \\+?= "), this.script, 1).forEach(
				local -> spellings.computeIfAbsent(local.toLowerCase(Locale.ROOT), any -> new HashSet<>()).add(local));
		assertThat(top).isNotEmpty()
			.filteredOn(name -> !Set.of("Named", "detail", "connection").contains(name))
			.allSatisfy(name -> assertThat(spellings).doesNotContainKey(name.toLowerCase(Locale.ROOT)));
		assertThat(spellings.values()).allMatch(ways -> ways.size() == 1);
	}

	@Test
	void everyVariableThatIsReadWasSet() {
		Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		set.addAll(Set.of("PSVersionTable", "PSScriptRoot", "HOME"));
		Stream.of("\\$(\\w+) +\\+?= ", "foreach \\(\\$(\\w+) in", "(?m)^    \\[.*] \\$(\\w+),?(?: =.*)?$")
			.flatMap(way -> all(Pattern.compile(way), this.code, 1))
			.forEach(set::add);
		this.code.lines()
			.filter(line -> line.startsWith("function "))
			.flatMap(line -> all(VARIABLE, line, 1))
			.forEach(set::add);
		assertThat(all(VARIABLE, this.code, 1)).isNotEmpty().allSatisfy(name -> assertThat(set).contains(name));
	}

	@Test
	void wordsOfAResultAreThoseOfTheHouse() {
		assertThat(words("mode")).isEqualTo(names(SetupResult.Mode.values()));
		assertThat(words("stoppedAt")).isEqualTo(names(SetupResult.Stop.values())).hasSizeLessThanOrEqualTo(10);
		assertThat(words("tenant")).isEqualTo(names(SetupResult.TenantSeen.values()));
		assertThat(words("policy")).isEqualTo(names(SetupResult.PolicySeen.values()));
		assertThat(words("provider")).isEqualTo(names(SetupResult.ProviderSeen.values()));
		assertThat(words("scope")).isEqualTo(names(SetupResult.Scope.values()));
		assertThat(words("federation")).isEqualTo(names(SetupResult.Federation.values()));
		assertThat(all(Pattern.compile("(?m)^    (\\w+) +="), section("$Result = [ordered]"), 1)).containsExactly(
				"mode", "stoppedAt", "tenant", "policy", "provider", "scope", "federation", "pilots", "at", "run");
	}

	/** What the script does about whatever it can find. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			software   | shell         | go
			software   | shellOld      | stop
			software   | module        | go
			software   | moduleAging   | say
			software   | moduleOld     | stop
			software   | moduleMissing | stop
			software   | moduleTwice   | stop
			software   | moduleRetired | stop
			signIn     | done          | go
			signIn     | failed        | stop
			tenant     | here          | go
			tenant     | other         | stop
			role       | reads         | go
			role       | refused       | stop
			policy     | there         | go
			policy     | missing       | stop
			provider   | none          | change
			provider   | ours          | go
			provider   | differs       | change
			provider   | other         | ask
			users      | missing       | stop
			users      | unknown       | stop
			user       | unknown       | say
			user       | ours          | go
			user       | none          | change
			user       | other         | ask
			everyone   | ours          | go
			everyone   | none          | change
			everyone   | other         | ask
			federation | open          | go
			federation | listed        | go
			federation | unlisted      | say
			federation | toAdd         | change
			federation | blocked       | say
			federation | closed        | say
			federation | unknown       | say
			before     | missing       | stop
			before     | there         | go
			""")
	void eachFindingHasItsAct(String about, String found, String act) {
		assertThat(rows()).filteredOn(row -> row.about().equals(about) && row.found().equals(found))
			.singleElement()
			.satisfies(row -> assertThat(row.act()).isEqualTo(act))
			.satisfies(row -> assertThat(row.words()).isNotBlank());
	}

	@Test
	void tableOfDecisionsHasNoOtherRow() {
		assertThat(rows()).hasSize(38);
	}

	/**
	 * Nothing is found that the table does not know, and the table knows nothing else.
	 */
	@ParameterizedTest
	@CsvSource({ "Find-PowerShell Find-Module, software, ''", "Find-Policy, policy, ''", "Find-Provider, provider, ''",
			"Find-PolicyOf, user, unknown", "Find-PolicyOf, everyone, ''", "Find-Federation, federation, toAdd" })
	void tableKnowsWhateverCanBeFound(String functions, String about, String elsewhere) {
		Set<String> found = Arrays.stream(functions.split(" "))
			.flatMap(function -> all(Pattern.compile("return '(\\w+)'"), function(function), 1))
			.collect(Collectors.toSet());
		if (!elsewhere.isEmpty()) {
			found.add(elsewhere);
		}
		assertThat(rows().stream().filter(row -> row.about().equals(about)).map(Row::found))
			.containsExactlyInAnyOrderElementsOf(found);
	}

	@Test
	void whereItStopsIsAWordOfTheResult() {
		assertThat(rows()).filteredOn(row -> row.act().equals("stop"))
			.extracting(Row::about)
			.isSubsetOf(words("stoppedAt"));
		assertThat(all(Pattern.compile("Stop-Here '(\\w+)'|\\$where = '(\\w+)'"), this.script)
			.map(match -> (match.group(1) != null) ? match.group(1) : match.group(2))).isNotEmpty()
			.isSubsetOf(words("stoppedAt"));
	}

	private List<Row> rows() {
		return all(ROW, this.script).map(row -> new Row(row.group(1), row.group(2), row.group(3), row.group(4)))
			.toList();
	}

	private List<String> words(String name) {
		String line = all(Pattern.compile("(?m)^    " + name + " += @\\((.*)\\)$"), section("$Words ="), 1).findFirst()
			.orElseThrow();
		return all(Pattern.compile("'(\\w+)'"), line, 1).toList();
	}

	private static List<String> names(Enum<?>[] values) {
		return Arrays.stream(values).map(Enum::name).toList();
	}

	private String function(String name) {
		return section("\nfunction " + name + ((this.script.contains("function " + name + "(")) ? "(" : " "));
	}

	/** From where this begins to the brace at the beginning of a line. */
	private String section(String start) {
		int from = this.script.indexOf(start);
		assertThat(from).as(start).isNotNegative();
		return this.script.substring(from, this.script.indexOf("\n}", from));
	}

	private static Stream<String> all(Pattern pattern, String text, int group) {
		return all(pattern, text).map(match -> match.group(group));
	}

	private static Stream<MatchResult> all(Pattern pattern, String text) {
		return pattern.matcher(text).results();
	}

	private static String read() {
		try {
			return new ClassPathResource("setup/" + SetupScript.FILE_NAME).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A row of the script's table.
	 *
	 * @param about about what
	 * @param found what was found
	 * @param act what is done
	 * @param words what is said
	 */
	record Row(String about, String found, String act, String words) {
	}

}
