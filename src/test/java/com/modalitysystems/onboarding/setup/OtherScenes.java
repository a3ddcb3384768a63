package com.modalitysystems.onboarding.setup;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.WaitingFor;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;

/** The pages beside the set-up room, in each of their states. */
class OtherScenes {

	private final SetupRoomTest house;

	OtherScenes(SetupRoomTest house) {
		this.house = house;
	}

	/** Where an onboarding is asked for. */
	List<Scene> request() {
		return List.of(page("home", "The start page", "/"), page("request", "The request", "/request"),
				new Scene("request-mistakes", "A request with mistakes", this::sendNothing),
				new Scene("request-received", "The request arrived", this::sendRequest));
	}

	/** Ways that lead nowhere, and the way back from Microsoft. */
	List<Scene> ways() {
		return List.of(page("unknown-link", "A link that leads nowhere", "/setup/nothing"),
				page("handed-on", "The set-up was handed on", "/setup/nothing?note=colleague"),
				returned("checking", Stage.awaitingConsent, null),
				returned("declined", Stage.awaitingConsent, "denied"), returned("moot", Stage.awaitingSetup, null),
				page("returned-unknown", "Back from Microsoft, nobody knows whence", "/consent/callback"),
				page("error-not-found", "No page", "/nowhere"),
				refused("error-refused", "A request that nobody understands", HttpStatus.METHOD_NOT_ALLOWED),
				refused("error-too-many", "Too many requests", HttpStatus.TOO_MANY_REQUESTS),
				refused("error-failed", "Something went wrong", HttpStatus.INTERNAL_SERVER_ERROR));
	}

	/** What staff see of an onboarding outside of Tasklist. */
	List<Scene> staff() {
		return List.of(new Scene("insight", "How onboarding goes", page -> {
			signIn(page, "manager");
			page.navigate(this.house.base() + "/insight?days=all");
		}), new Scene("staff-all", "All onboardings", page -> {
			signIn(page, "staff");
			page.navigate(this.house.base() + "/onboardings");
		}), new Scene("staff-one", "One onboarding", page -> {
			signIn(page, "staff");
			Customer customer = this.house.customerAt(Stage.awaitingConsent);
			this.house.trail.add(customer.reference(), Actor.staff("mueller"), "requestApproved");
			page.navigate(this.house.base() + "/onboardings/" + customer.reference());
		}));
	}

	// as Tasklist does it
	private void signIn(Page page, String name) {
		String sign = this.house.base() + "/camunda/api/admin/auth/user/default";
		page.request().get(sign);
		String token = page.context()
			.cookies()
			.stream()
			.filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
			.findFirst()
			.map(cookie -> cookie.value)
			.orElseThrow();
		page.request()
			.post(sign + "/login/welcome",
					RequestOptions.create()
						.setHeader("X-XSRF-TOKEN", token)
						.setForm(FormData.create().set("username", name).set("password", name)));
	}

	/** The world in the box. */
	List<Scene> sandbox() {
		return List.of(page("sandbox-tenants", "The console: tenants", "/sandbox"),
				page("sandbox-mail", "The console: mailbox", "/sandbox/mail"),
				page("sandbox-rules", "The console: firewall", "/sandbox/rules"),
				page("sandbox-pexip", "The console: Pexip", "/sandbox/pexip-objects"),
				page("sandbox-faults", "The console: faults", "/sandbox/faults"),
				page("sandbox-journal", "The console: journal", "/sandbox/journal"),
				page("sandbox-letters", "The console: all letters", "/sandbox/letters"),
				page("sandbox-letter", "The console: a letter", "/sandbox/letters/en/consentInvitation"),
				page("sandbox-consent", "In place of Microsoft’s consent page", "/sandbox/connector/adminconsent"),
				page("sandbox-consent-refused", "Microsoft does not know the application",
						"/sandbox/login/organizations/v2.0/adminconsent?client_id=nobody"),
				page("sandbox-connector", "In place of the Teams Connector’s page", "/sandbox/connector/consented"));
	}

	private Scene page(String name, String words, String path) {
		return new Scene(name, words, page -> page.navigate(this.house.base() + path));
	}

	private void sendNothing(Page page) {
		page.navigate(this.house.base() + "/request");
		page.locator("button.button").click();
		page.locator(".error-summary").waitFor();
	}

	private void sendRequest(Page page) {
		given(this.house.onboarding.begin(any(), any()))
			.willAnswer(asked -> this.house.customerAt(Stage.requested, WaitingFor.nobody));
		page.navigate(this.house.base() + "/request");
		page.locator("#company").fill("Contoso");
		page.locator("#tenant").fill(UUID.randomUUID().toString());
		page.locator("#adminName").fill("Anna Berg");
		page.locator("#adminEmail").fill("anna@a" + UUID.randomUUID() + ".example");
		page.locator("#adminAddress").fill("203.0.113.25");
		page.locator("#noteRead").check();
		page.locator("button.button").click();
		page.locator(".reference").waitFor();
	}

	private Scene returned(String news, Stage stage, String error) {
		return new Scene("returned-" + news, "Back from Microsoft: " + news, page -> {
			Customer customer = this.house.customerAt(stage);
			given(this.house.onboarding.consentReturned(any(), any(), any()))
				.willReturn(Optional.of(customer.reference()));
			page.navigate(
					this.house.base() + "/consent/callback?state=some" + ((error != null) ? "&error=" + error : ""));
		});
	}

	/** The room's button brings this answer. */
	private Scene refused(String name, String words, HttpStatus status) {
		return new Scene(name, words, page -> {
			RuntimeException answer = status.is5xxServerError() ? new IllegalStateException("as a test asked for")
					: new ResponseStatusException(status);
			willThrow(answer).given(this.house.onboarding).startConsent(any());
			page.navigate(this.house.base() + this.house.room(this.house.customerAt(Stage.awaitingConsent)));
			page.locator("form[action$='/consent'] button").click();
			page.locator("main.narrow h1").waitFor();
		});
	}

}
