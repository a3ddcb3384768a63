package com.modalitysystems.onboarding.staff;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.modalitysystems.onboarding.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever is signed in is so by the database, and by nothing else. */
@HouseTest
class SharedSessionsTests {

	private static final String ME = "/user/staff/profile";

	@Autowired
	private JdbcClient jdbc;

	@LocalServerPort
	private int port;

	@BeforeEach
	void nobodyIsSignedIn() {
		this.jdbc.sql("delete from staff_session").update();
	}

	@Test
	void whoeverIsSignedInIsForgottenWithTheRow() {
		Visitor staff = new Visitor(this.port).signIn("staff");
		assertThat(staff.engine(ME).statusCode()).isEqualTo(200);
		assertThat(this.jdbc.sql("delete from staff_session").update()).isOne();
		assertThat(staff.engine(ME).statusCode()).isEqualTo(401);
	}

	@Test
	void rowsHoldNoPassword() {
		assertThat(new Visitor(this.port).signIn("root", "Correct-Horse-7-Battery", "welcome")).isEqualTo(401);
		new Visitor(this.port).signIn("staff");
		assertThat(rowsWith("onboarding-staff")).isOne();
		assertThat(rowsWith("Correct-Horse-7-Battery")).isZero();
		assertThat(rowsWith("staff/staff")).isZero();
	}

	@Test
	void signingInBeginsASessionWithATokenOfItsOwn() {
		Visitor staff = new Visitor(this.port);
		String session = staff.cookie("JSESSIONID");
		String token = staff.cookie("XSRF-TOKEN");
		staff.signIn("staff");
		assertThat(staff.cookie("JSESSIONID")).isNotEqualTo(session);
		assertThat(staff.cookie("XSRF-TOKEN")).hasSize(token.length()).isNotEqualTo(token);
		assertThat(sessions()).isOne();
	}

	@RepeatedTest(20)
	void pagesAskedForAtOnceAfterTheSignInLeaveStaffAbleToAct() throws Exception {
		ExecutorService eight = Executors.newFixedThreadPool(8);
		try {
			Visitor staff = new Visitor(this.port).signIn("staff");
			Callable<Integer> look = () -> staff.engine(ME).statusCode();
			List<Future<Integer>> looks = eight.invokeAll(Collections.nCopies(8, look));
			assertThat(looks).extracting(Future::get).containsOnly(200);
			assertThat(staff.engine("POST", "/task", "{}").statusCode()).isEqualTo(200);
		}
		finally {
			eight.shutdown();
		}
	}

	@Test
	void signingOutEndsTheSessionForWhoeverHoldsIt() {
		Visitor staff = new Visitor(this.port).signIn("staff");
		Visitor twin = staff.twin();
		assertThat(twin.engine(ME).statusCode()).isEqualTo(200);
		String session = staff.cookie("JSESSIONID");
		assertThat(staff.signOut()).isEqualTo(200);
		assertThat(staff.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(session);
		assertThat(rowsOf(session)).isZero();
		assertThat(twin.engine(ME).statusCode()).isEqualTo(401);
		assertThat(staff.engine(ME).statusCode()).isEqualTo(401);
	}

	@Test
	void aLinkSignsNobodyOut() {
		Visitor staff = new Visitor(this.port).signIn("staff");
		assertThat(staff.get("/api/admin/auth/user/default/logout").statusCode()).isEqualTo(405);
		assertThat(staff.get("/nowhere/logout").statusCode()).isGreaterThanOrEqualTo(400);
		assertThat(staff.engine(ME).statusCode()).isEqualTo(200);
	}

	@Test
	void whoeverSignedOutCanSignInAgain() {
		Visitor staff = new Visitor(this.port).signIn("staff");
		staff.signOut();
		staff.signIn("manager");
		assertThat(staff.engine("/user/manager/profile").statusCode()).isEqualTo(200);
	}

	@Test
	void whatCannotBeReadSignsOutAndBreaksNothing() {
		Visitor staff = new Visitor(this.port).signIn("staff");
		this.jdbc.sql("""
				update staff_session_attributes set attribute_bytes = '\\xaced0005'::bytea
				where attribute_name = 'authenticatedUser'""").update();
		assertThat(staff.engine(ME).statusCode()).isEqualTo(401);
		staff.signIn("staff");
		assertThat(staff.engine(ME).statusCode()).isEqualTo(200);
	}

	@Test
	void customersAndSystemsGetNoSession() throws Exception {
		String system = "Basic " + Base64.getEncoder().encodeToString("api:api".getBytes(StandardCharsets.UTF_8));
		HttpClient http = HttpClient.newHttpClient();
		for (String path : List.of("/", "/request", "/setup/nothing", "/consent/callback?state=nothing",
				"/api/onboardings", "/v3/api-docs", "/sandbox")) {
			HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path));
			request.header("Authorization", system);
			assertThat(http.send(request.build(), BodyHandlers.discarding()).headers().allValues("Set-Cookie")).as(path)
				.isEmpty();
			request.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString("a=b"));
			assertThat(http.send(request.build(), BodyHandlers.discarding()).headers().allValues("Set-Cookie")).as(path)
				.isEmpty();
		}
		assertThat(sessions()).isZero();
	}

	private long sessions() {
		return this.jdbc.sql("select count(*) from staff_session").query(Long.class).single();
	}

	private long rowsOf(String cookie) {
		return this.jdbc.sql("select count(*) from staff_session where session_id = :id")
			.param("id", new String(Base64.getDecoder().decode(cookie), StandardCharsets.UTF_8))
			.query(Long.class)
			.single();
	}

	private long rowsWith(String text) {
		return this.jdbc.sql("""
				select count(*) from staff_session_attributes
				where position(convert_to(:text, 'UTF8') in attribute_bytes) > 0""")
			.param("text", text)
			.query(Long.class)
			.single();
	}

}
