package com.modalitysystems.onboarding.intake;

import java.util.Locale;
import java.util.UUID;

import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.context.WebApplicationContext;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

/** Asks for onboardings, on the page and over the API, each time for another customer. */
class Asking {

	static final String SOMEWHERE = "198.51.100.20";

	private final MockMvcTester mvc;

	Asking(WebApplicationContext house) {
		this.mvc = MockMvcTester.from(house, builder -> builder.apply(springSecurity()).build());
	}

	MockMvcTester mvc() {
		return this.mvc;
	}

	/** The page as somebody fills it in who makes no mistake. */
	static MultiValueMap<String, String> form() {
		String word = "c" + UUID.randomUUID().toString().replace("-", "");
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.set("submission", IntakeForm.empty(Locale.ENGLISH).submission());
		form.set("company", "Contoso " + word);
		form.set("tenant", UUID.randomUUID().toString());
		form.set("country", "DE");
		form.set("adminName", "Anna Berg");
		form.set("adminEmail", "anna@" + word + ".example");
		form.set("adminAddress", "203.0.113.25");
		form.set("contactEmail", "");
		form.set("language", "en");
		form.set("noteRead", "yes");
		return form;
	}

	static MultiValueMap<String, String> form(String field, String value) {
		MultiValueMap<String, String> form = form();
		form.set(field, value);
		return form;
	}

	/** The body of a call to the API without mistakes. */
	static String order() {
		return order(UUID.randomUUID().toString());
	}

	static String order(String tenant) {
		return """
				{"company": "Contoso", "tenant": "%s", "adminName": "Anna Berg", "adminEmail": "anna@a%s.example",
				"adminAddress": "203.0.113.25", "externalReference": "PO-4711"}""".formatted(tenant, UUID.randomUUID());
	}

	MvcTestResult send(MultiValueMap<String, String> form) {
		return send(form, SOMEWHERE);
	}

	MvcTestResult send(MultiValueMap<String, String> form, String from) {
		return this.mvc.post().uri("/request").params(form).with(request -> comingFrom(request, from)).exchange();
	}

	MvcTestResult call(String path) {
		return call(path, "{}");
	}

	MvcTestResult call(String path, String body) {
		return call(path, body, null, "shop");
	}

	MvcTestResult order(String body, String key) {
		return call("", body, key, "shop");
	}

	MvcTestResult call(String path, String body, String key, String user) {
		var request = call(path, body, user);
		return ((key != null) ? request.header("Idempotency-Key", key) : request).exchange();
	}

	MvcTestResult callIn(String language, String body) {
		return call("", body, "shop").header("Accept-Language", language).exchange();
	}

	private MockMvcTester.MockMvcRequestBuilder call(String path, String body, String user) {
		return this.mvc.post()
			.uri("/api/onboardings" + path)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.with(user(user).authorities(new SimpleGrantedAuthority("onboarding-api")));
	}

	MvcTestResult read(String path) {
		return this.mvc.get()
			.uri("/api/onboardings" + path)
			.with(user("shop").authorities(new SimpleGrantedAuthority("onboarding-api")))
			.exchange();
	}

	static MockHttpServletRequest comingFrom(MockHttpServletRequest request, String address) {
		request.setRemoteAddr(address);
		return request;
	}

}
