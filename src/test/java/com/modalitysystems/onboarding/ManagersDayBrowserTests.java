package com.modalitysystems.onboarding;

import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.Trail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A manager sees how onboarding goes, and who is behind a figure. */
@HouseTest
@BrowserTest
class ManagersDayBrowserTests {

	@Autowired
	private Environment environment;

	@Autowired
	private Customers customers;

	@Autowired
	private Trail trail;

	private String base;

	private CustomerReference lost;

	@BeforeEach
	void somebodyIsOnTheWayAndSomebodyWasLost() {
		this.base = "http://localhost:" + this.environment.getRequiredProperty("server.port");
		comeTo(Stage.awaitingApproval, Stage.provisioning, Stage.awaitingConsent);
		this.lost = comeTo(Stage.awaitingApproval);
		this.trail.add(this.lost, Actor.SYSTEM, "requestRejected");
		this.customers.explain(this.lost, "The tenant is in a national cloud.");
		enter(this.lost, Stage.rejected);
	}

	private CustomerReference comeTo(Stage... stages) {
		CustomerReference reference = this.customers
			.add(new OnboardingRequest("Northwind", UUID.randomUUID().toString(), "GB", "Ada", "ada@northwind.example",
					"20.30.40.50", null, "en", null)
				.accept())
			.reference();
		enter(reference, stages);
		return reference;
	}

	private void enter(CustomerReference reference, Stage... stages) {
		for (Stage stage : stages) {
			this.customers.enter(reference, stage, stage.waitsFor());
		}
	}

	@Test
	void dashboardOfCockpitTellsHowOnboardingGoesAndLeadsToTheOnboarding(Browser browser) {
		Page manager = browser.wide();
		manager.setViewportSize(1280, 1400);
		Tasklist.signIn(manager, this.base, "cockpit", "manager");
		Locator funnel = manager.getByRole(AriaRole.TABLE).filter(new Locator.FilterOptions().setHasText("Lost there"));
		assertThat(funnel.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Tenant found")))
			.containsText("not approved");
		browser.look(manager, "cockpit-insight");
		manager.getByText("Since the beginning").click();
		assertThat(manager.locator(".periods [aria-current=true]")).hasText("Since the beginning");

		manager.getByRole(AriaRole.ROW)
			.filter(new Locator.FilterOptions().setHasText(this.lost.value()))
			.getByRole(AriaRole.LINK)
			.click();
		assertThat(manager).hasURL(this.base + "/onboardings/" + this.lost);
		assertThat(manager.locator("h1")).hasText("Northwind");
		assertThat(browser.troubles()).isEmpty();
	}

	@Test
	void theSameIsAPageAndFilesForThoseWithoutCockpit(Browser browser) throws Exception {
		Page manager = browser.wide();
		Tasklist.signIn(manager, this.base, "cockpit", "manager");
		assertThat(manager.getByText("Who waits longest")).isVisible();
		manager.navigate(this.base + "/onboardings");
		manager.getByText("How onboarding goes").click();
		assertThat(manager.locator("h1")).hasText("How onboarding goes");
		browser.look(manager, "insight");
		browser.illustrate(manager, "insight");

		JsonNode all = new ObjectMapper().readTree(manager.request().get(this.base + "/insight.json").body());
		assertThat(all.get("funnel").get(0).get("step").asText()).isEqualTo("requested");
		APIResponse file = manager.request().get(this.base + "/insight/lost.csv");
		assertThat(file.headers()).containsEntry("content-type", "text/csv;charset=UTF-8");
		assertThat(file.text()).startsWith("reference,company,furthest,because,at\r\n")
			.contains(this.lost + ",Northwind,validated,rejected,");
		assertThat(manager.request().get(this.base + "/insight/people.csv").status()).isEqualTo(404);
		assertThat(browser.troubles()).isEmpty();
	}

}
