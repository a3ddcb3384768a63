package com.modalitysystems.onboarding.staff;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import jakarta.servlet.ServletException;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

import static org.assertj.core.api.Assertions.assertThat;

class IdleSessionsTests {

	private static final String ENGINE = "/camunda/api/engine/engine/default";

	private final MockHttpSession session = new MockHttpSession();

	private Instant now = Instant.parse("2026-11-23T09:00:00Z");

	@BeforeEach
	void somebodySignsIn() throws Exception {
		Authentications signedIn = new Authentications();
		signedIn.addOrReplace(new UserAuthentication("sam", "default"));
		this.session.setAttribute("authenticatedUser", signedIn);
		after(0, "GET", "/camunda/app/tasklist/default/");
	}

	@Test
	void whoDoesSomethingNowAndThenStaysSignedIn() throws Exception {
		for (int time = 0; time < 5; time++) {
			after(14, "POST", ENGINE + "/task/4711/claim");
			assertThat(this.session.isInvalid()).isFalse();
		}
	}

	@Test
	void listsThatTasklistFetchesByItselfKeepNobodySignedIn() throws Exception {
		for (int minute = 0; minute < 15; minute++) {
			after(1, "POST", ENGINE + "/filter/f1/list");
			after(0, "GET", ENGINE + "/task/4711");
			assertThat(this.session.isInvalid()).isFalse();
		}
		after(1, "POST", ENGINE + "/filter/f1/list");
		assertThat(this.session.isInvalid()).isTrue();
	}

	@Test
	void whoComesBackTooLateIsNotLetInByTheirFirstClick() throws Exception {
		after(16, "GET", "/onboardings");
		assertThat(this.session.isInvalid()).isTrue();
	}

	@Test
	void sessionOfNobodyIsLeftAlone() throws Exception {
		this.session.removeAttribute("authenticatedUser");
		after(60, "GET", "/sign-in");
		assertThat(this.session.isInvalid()).isFalse();
	}

	private void after(int minutes, String method, String path) throws ServletException, IOException {
		this.now = this.now.plus(Duration.ofMinutes(minutes));
		MockHttpServletRequest request = new MockHttpServletRequest(method, path);
		request.setSession(this.session);
		new IdleSessions(Duration.ofMinutes(15), Clock.fixed(this.now, ZoneOffset.UTC)).doFilter(request,
				new MockHttpServletResponse(), new MockFilterChain());
	}

}
