package com.modalitysystems.onboarding;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Staff ask for many onboardings with one file. */
@HouseTest
@BrowserTest
class ImportBrowserTests {

	private static final String HEADER = "Company;Tenant;AdminName;AdminEmail;AdminAddress;Country\r\n";

	private final String word = "bulk" + UUID.randomUUID().toString().replace("-", "");

	@Autowired
	private Environment environment;

	private String base;

	private Outside outside;

	@BeforeEach
	void theWorld() {
		this.base = "http://localhost:" + this.environment.getRequiredProperty("server.port");
		this.outside = new Outside(this.base);
	}

	@Test
	void staffImportTwentyRowsOfWhichThreeAreBadAndNothingTwice(Browser browser) {
		Page page = browser.wide();
		Tasklist.signIn(page, this.base, "staff");
		assertThat(page.locator(".task-filters").getByText("To approve")).isVisible();
		page.navigate(this.base + "/onboardings");
		page.getByText("Ask for many with one file").click();
		browser.look(page, "import-choose");
		List<String> rows = Stream.concat(good(1, 17), bad()).toList();
		Page otherTab = page.context().newPage();
		look(otherTab, rows);
		look(page, rows);
		assertCounts(page, "17 can begin", "3 with mistakes");
		assertThat(page.locator("main")).containsText("tenant: This is neither a tenant ID");
		assertThat(page.locator("main")).containsText("adminEmail: This is not an e-mail address");
		assertThat(page.locator("main")).containsText("adminAddress: This address works only inside a private network");
		browser.look(page, "import-review");
		assertThat(this.outside.onboardings(this.word)).isEmpty();

		page.getByText("Begin 17 onboardings").click();
		assertThat(page.locator("h1")).hasText("What became of each row");
		assertCounts(page, "17 begun", "3 with mistakes");
		browser.look(page, "import-result");
		assertThat(this.outside.onboardings(this.word)).hasSize(17);

		otherTab.getByText("Begin 17 onboardings").click();
		assertCounts(otherTab, "17 began before, from the same row", "3 with mistakes");
		look(page, rows);
		assertCounts(page, "17 began before, from the same row", "3 with mistakes");
		assertThat(page.locator("main")).containsText("No row can begin.");
		assertThat(this.outside.onboardings(this.word)).hasSize(17);

		look(page,
				Stream.of(good(1, 17), good(18, 20), good(1, 1).map(row -> row.replace("Ltd", "Limited")))
					.flatMap(row -> row)
					.toList());
		assertCounts(page, "3 can begin", "17 began before, from the same row", "1 in this file before");
		page.getByText("Begin 3 onboardings").click();
		assertCounts(page, "3 begun", "17 began before, from the same row", "1 in this file before");
		assertThat(this.outside.onboardings(this.word)).hasSize(20);

		send(page, new byte[2_000_000]);
		assertThat(page.getByRole(AriaRole.ALERT)).hasText("The file is larger than 1 MB. Part it into several.");
		browser.look(page, "import-refused");
		assertThat(browser.troubles()).isEmpty();
	}

	private Stream<String> good(int first, int last) {
		return IntStream.rangeClosed(first, last)
			.mapToObj(number -> row("Contoso; Ltd", number + "." + this.word + ".example", "anna@" + domain(number),
					"81.2.69." + number));
	}

	private Stream<String> bad() {
		return Stream.of(row("No tenant", this.word + " no domain", "anna@" + domain(21), "81.2.69.1"),
				row("No mail", "22." + this.word + ".example", "anna", "81.2.69.1"),
				row("Not public", "23." + this.word + ".example", "anna@" + domain(23), "10.0.0.1"));
	}

	private String domain(int number) {
		return number + "." + this.word + ".example";
	}

	private static String row(String company, String tenant, String email, String address) {
		return "\"%s\";%s;Zoë Berg;%s;%s;DE".formatted(company, tenant, email, address);
	}

	private void look(Page page, List<String> rows) {
		send(page,
				rows.stream()
					.collect(Collectors.joining("\r\n", "\ufeff" + HEADER, "\r\n"))
					.getBytes(StandardCharsets.UTF_8));
		assertThat(page.locator("h1")).hasText("What would become of each row");
	}

	private void send(Page page, byte[] file) {
		page.navigate(this.base + "/onboardings/import");
		page.getByLabel("The file").setInputFiles(new FilePayload("requests.csv", "text/csv", file));
		page.getByText("Look at the rows").click();
	}

	private static void assertCounts(Page page, String... counts) {
		assertThat(page.locator("#counts .state")).hasText(counts);
	}

}
