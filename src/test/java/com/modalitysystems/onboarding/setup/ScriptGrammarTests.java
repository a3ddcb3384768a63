package com.modalitysystems.onboarding.setup;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.modalitysystems.onboarding.customer.BrandLook;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.IssuedValues;
import com.modalitysystems.onboarding.customer.LinkId;
import com.modalitysystems.onboarding.customer.OnboardingSettings;
import com.modalitysystems.onboarding.customer.Secret;
import com.modalitysystems.onboarding.customer.SetupLinks;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.setup.PowerShellTokens.Kind;
import com.modalitysystems.onboarding.setup.PowerShellTokens.Token;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * The script with hostile values in all its places, taken apart by our own tokenizer and
 * by a grammar of PowerShell. The grammar needs Node.js and
 * {@code npm ci --ignore-scripts} in {@code src/test/grammar}; where it is missing, that
 * part is skipped, unless {@code GRAMMAR_TESTS} is {@code required}.
 */
class ScriptGrammarTests {

	private static final Path GRAMMAR = Path.of("src/test/grammar");

	private static final int SCRIPTS = 40;

	// service, company, tenant key, instruction URI, application, domain
	private static final int VALUES = 6;

	private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

	private final SetupLinks links = mock(SetupLinks.class);

	@BeforeEach
	void everyLinkLeadsSomewhere() {
		given(this.links.to(any())).willReturn(URI.create("https://onboarding.example.com/setup/a-token"));
	}

	@Test
	void hostileValuesChangeNothingButTheirStrings() {
		List<Token> tame = tokens("x");
		PowerShellTextTests.hostileTexts(300).forEach(value -> {
			List<Token> hostile = tokens(value);
			assertThat(hostile).as(value).hasSize(tame.size());
			assertThat(IntStream.range(0, tame.size())
				.filter(at -> !hostile.get(at).equals(tame.get(at)))
				.mapToObj(hostile::get)
				.filter(token -> !KEY.matcher(token.text()).matches())).as(value)
				.hasSize(VALUES)
				.containsOnly(new Token(Kind.verbatim, PowerShellTextTests.visible(value)));
		});
	}

	@Test
	void grammarOfPowerShellUnderstandsTheScriptWhateverStandsInIt(@TempDir Path folder) throws Exception {
		boolean installed = Files.isDirectory(GRAMMAR.resolve("node_modules"));
		boolean required = "required".equals(System.getenv("GRAMMAR_TESTS"));
		assumeTrue(installed || required, "The grammar is not installed: npm ci --ignore-scripts in " + GRAMMAR);
		List<String> values = Stream.concat(Stream.of("x"), PowerShellTextTests.hostileTexts(SCRIPTS)).toList();
		List<String> command = new ArrayList<>(List.of("node", GRAMMAR.resolve("parse.cjs").toString()));
		for (int at = 0; at < values.size(); at++) {
			command.add(Files.write(folder.resolve(at + ".ps1"), script(values.get(at))).toString());
		}
		List<String> answers = run(command);
		assertThat(answers).hasSameSizeAs(values);
		JsonNode tame = new ObjectMapper().readTree(answers.get(0));
		for (int at = 0; at < values.size(); at++) {
			JsonNode answer = new ObjectMapper().readTree(answers.get(at));
			assertThat(answer.path("troubles")).as(values.get(at)).isEmpty();
			assertThat(answer.path("shape").asText()).as(values.get(at)).isEqualTo(tame.path("shape").asText());
		}
	}

	private List<Token> tokens(String value) {
		return PowerShellTokens.of(new String(script(value), StandardCharsets.UTF_8));
	}

	/** The script of a customer in which every value that is text is this one. */
	private byte[] script(String value) {
		Customer customer = mock(Customer.class);
		given(customer.company()).willReturn(value);
		given(customer.reference()).willReturn(new CustomerReference("OM-7K3F9Q"));
		given(customer.link()).willReturn(new LinkId("a".repeat(22)));
		given(customer.requireTenantId()).willReturn(new TenantId(new UUID(1, 2)));
		given(customer.requireIssued()).willReturn(new IssuedValues(value, value, value));
		OnboardingSettings settings = new OnboardingSettings(URI.create("https://onboarding.example.com"),
				Secret.of("a-secret-of-more-than-thirty-two-letters"), null, value, "support@example.com", "", null,
				value, BrandLook.ours());
		try {
			return new SetupScript(settings, this.links, new ScriptKeys(settings)).of(customer);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<String> run(List<String> command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
			.toList();
		assertThat(process.waitFor()).isZero();
		return lines;
	}

}
