package com.modalitysystems.onboarding;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;

/**
 * Staff at Tasklist.
 *
 * @param page what they look at
 */
record Tasklist(Page page) {

	/** Sign in at Tasklist, on a screen that is high enough for a whole form. */
	static Tasklist signIn(Page page, String base, String name) {
		page.setViewportSize(1280, 1400);
		signIn(page, base, "tasklist", name);
		return new Tasklist(page);
	}

	/** Sign in at one of Camunda's applications. */
	static void signIn(Page page, String base, String application, String name) {
		page.navigate(base + "/camunda/app/" + application + "/");
		Locator username = page.getByPlaceholder("Username");
		Locator password = page.getByPlaceholder("Password");
		// the page moves the cursor by itself while it gets ready, in the middle of a
		// word
		// perhaps: look at what stands there
		for (int time = 0; time < 10 && !(holds(username, name) && holds(password, name)); time++) {
			username.fill(name);
			password.fill(name);
		}
		button(page.locator("form"), "Log in").click();
	}

	private static boolean holds(Locator field, String text) {
		return field.inputValue().equals(text);
	}

	/** Open a task that a filter shows. */
	void choose(String filter, String task) {
		this.page.locator(".task-filters").getByText(filter).click();
		this.page.locator(".tasks-list").getByText(task).first().click();
	}

	void claim() {
		button(this.page.locator(".task-details"), "Claim").click();
		form().getByRole(AriaRole.RADIO).first().waitFor();
	}

	Locator field(String label) {
		// a star follows what must not stay empty
		return form().getByLabel(Pattern.compile("^" + label + "\\*?$"));
	}

	void decide(String what) {
		form().getByLabel(what).check();
	}

	void complete() {
		button(this.page.locator(".form-actions"), "Complete").click();
		form().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
	}

	/** Complete what is refused, and read why. */
	Locator completeInVain() {
		button(this.page.locator(".form-actions"), "Complete").click();
		return this.page.locator(".page-notifications .message");
	}

	void chooseProcess(String name) {
		this.page.getByText("Start process").first().click();
		dialog().getByText(name, new Locator.GetByTextOptions().setExact(true)).click();
	}

	Locator dialog() {
		return this.page.locator(".modal-dialog");
	}

	Locator inDialog(String label) {
		return dialog().getByLabel(label);
	}

	void start() {
		button(dialog(), "Start").click();
	}

	/** What the open dialog says to a start that was refused. */
	Locator refusal() {
		return dialog().locator(".notifications .message");
	}

	private Locator form() {
		return this.page.locator(".fjs-form");
	}

	private static Locator button(Locator where, String name) {
		return where.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
	}

}
