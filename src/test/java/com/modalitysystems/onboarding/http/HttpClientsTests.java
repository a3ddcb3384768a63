package com.modalitysystems.onboarding.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

@WireMockTest
class HttpClientsTests {

	private RestClient client;

	@BeforeEach
	void reachTheOtherSystem(WireMockRuntimeInfo system) {
		this.client = Clients.real().to("Azure", URI.create(system.getHttpBaseUrl() + "/under/")).build();
	}

	@Test
	void callsUnderTheBaseUrlAndReadsJson() {
		stubFor(put("/under/rules/1?api-version=7").withRequestBody(equalToJson("{\"port\":443}"))
			.willReturn(okJson("{\"name\":\"one\",\"unheardOf\":true}")));
		Rule rule = this.client.put()
			.uri("/rules/{id}?api-version={version}", 1, 7)
			.header("Authorization", "Bearer abc")
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("port", 443))
			.retrieve()
			.body(Rule.class);
		assertThat(rule).isEqualTo(new Rule("one"));
		verify(putRequestedFor(urlEqualTo("/under/rules/1?api-version=7"))
			.withHeader("Authorization", equalTo("Bearer abc"))
			.withHeader("Content-Type", equalTo("application/json")));
	}

	@Test
	void clientErrorsAreTheCallersToUnderstand() {
		stubFor(get(anyUrl()).willReturn(status(404)));
		Integer status = this.client.get()
			.uri("/rules/1")
			.exchange((request, answer) -> answer.getStatusCode().value());
		assertThat(status).isEqualTo(404);
	}

	@Test
	void clientErrorsThatNobodyMentionsAreFailuresWithoutTheBody() {
		stubFor(get(anyUrl()).willReturn(status(404).withBody("jane@contoso.com")));
		RemoteCallFailed failure = failure("/rules/1?code=secret");
		assertThat(failure).hasMessage("Azure: answered 404").hasNoCause();
		assertThat(failure.status()).isEqualTo(404);
	}

	@Test
	void busyIsAFailureThatSaysHowLongToWait() {
		stubFor(get(anyUrl()).willReturn(status(429).withHeader("Retry-After", "17").withBody("jane@contoso.com")));
		RemoteCallFailed failure = failure("/rules/1?code=secret");
		assertThat(failure).hasMessage("Azure: answered 429 and asks to wait 17 s");
		assertThat(failure.system()).isEqualTo("Azure");
		assertThat(failure.status()).isEqualTo(429);
		assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(17));
	}

	@Test
	void brokenIsAFailureEvenForWhoeverReadsTheAnswerThemselves() {
		stubFor(get(anyUrl()).willReturn(status(503)));
		assertThatExceptionOfType(RemoteCallFailed.class)
			.isThrownBy(() -> this.client.get().uri("/").exchange((request, answer) -> answer.getStatusCode()))
			.withMessage("Azure: answered 503");
	}

	@Test
	void redirectsAreNotFollowed() {
		stubFor(get("/under/here").willReturn(temporaryRedirect("/under/there")));
		stubFor(get("/under/there").willReturn(okJson("{\"name\":\"one\"}")));
		assertThat(failure("/here")).hasMessage("Azure: answered 302");
		verify(0, getRequestedFor(urlEqualTo("/under/there")));
	}

	@Test
	void otherHostsAreNotCalled() {
		assertThatExceptionOfType(RemoteCallFailed.class)
			.isThrownBy(() -> this.client.get()
				.uri(URI.create("http://169.254.169.254/metadata"))
				.retrieve()
				.body(String.class))
			.withMessage("Azure: led to another host, which is not called");
	}

	@Test
	void aCutConnectionIsAFailure() {
		stubFor(get(anyUrl()).willReturn(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)));
		assertThat(failure("/rules/1?code=secret").getMessage()).startsWith("Azure: cannot be reached, or cut")
			.doesNotContain("secret");
	}

	@Test
	void nobodyListeningIsAFailure() {
		this.client = Clients.real().to("Azure", URI.create("http://localhost:1")).build();
		assertThat(failure("/").getMessage())
			.isEqualTo("Azure: cannot be reached, or cut the connection (ConnectException)");
	}

	@Test
	void anAnswerThatIsNoJsonIsAFailureThatDoesNotQuoteIt() {
		stubFor(get(anyUrl()).willReturn(ok("<html>jane@contoso.com</html>").withHeader("Content-Type", "text/html")));
		assertThat(failure("/rules/1")).hasMessage("Azure: answered with something that cannot be read").hasNoCause();
	}

	@Test
	void aBodyThatIsTooLargeIsAFailure() {
		stubFor(get(anyUrl()).willReturn(ok("x".repeat(Wire.MOST_BYTES + 1))));
		assertThat(failure("/rules/1").getMessage()).startsWith("Azure: answered with more than");
	}

	@Test
	void aBodyOfTheLargestSizeIsRead() {
		stubFor(get(anyUrl()).willReturn(ok("x".repeat(Wire.MOST_BYTES))));
		assertThat(this.client.get().uri("/").retrieve().body(byte[].class)).hasSize(Wire.MOST_BYTES);
	}

	@Test
	void aBodyWithoutAnEndIsHungUpOn() throws IOException {
		AtomicBoolean hungUp = new AtomicBoolean();
		HttpServer endless = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
		endless.createContext("/", (exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			try (OutputStream body = exchange.getResponseBody()) {
				while (true) {
					body.write(new byte[64 * 1024]);
				}
			}
			catch (IOException ex) {
				hungUp.set(true);
			}
		});
		endless.setExecutor(Executors.newSingleThreadExecutor());
		endless.start();
		try {
			this.client = Clients.real()
				.to("Azure", URI.create("http://localhost:" + endless.getAddress().getPort()))
				.build();
			assertThat(failure("/").getMessage()).startsWith("Azure: answered with more than");
			await().untilTrue(hungUp);
		}
		finally {
			endless.stop(0);
		}
	}

	@ParameterizedTest(name = "Retry-After \"{0}\" is read as {1}")
	@CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
			17                            | 17
			Fri, 20 Nov 2026 12:00:30 GMT | 30
			99999999999                   | 3600
			soon                          | nothing
			-1                            | nothing
			""")
	void whoeverReadsAnAnswerReadsAWaitThatMakesSense(String sent, String read) {
		stubFor(get(anyUrl()).willReturn(status(409).withHeader("Retry-After", sent)));
		Optional<String> wait = this.client.get()
			.uri("/")
			.exchange((request, answer) -> Optional.ofNullable(answer.getHeaders().getFirst("Retry-After")));
		assertThat(wait).isEqualTo(Optional.ofNullable(read));
	}

	@Test
	void aSilentSystemIsNotWaitedForLongerThanTheDeadline() {
		stubFor(get(anyUrl()).willReturn(okJson("{}").withFixedDelay(5000)));
		assertThatTheDeadlineHolds();
	}

	@Test
	void aBodyThatTricklesIsNotWaitedForLongerThanTheDeadline() {
		stubFor(get(anyUrl()).willReturn(okJson("{\"name\":\"one\"}").withChunkedDribbleDelay(10, 5000)));
		assertThatTheDeadlineHolds();
	}

	@Test
	void whenTheDeadlineIsOverNothingIsCalled() {
		RemoteCallFailed failure = Deadline.within(Duration.ZERO, () -> failure("/rules/1"));
		assertThat(failure).hasMessage("Azure: no time was left to call it");
		verify(0, getRequestedFor(anyUrl()));
	}

	private void assertThatTheDeadlineHolds() {
		long before = System.nanoTime();
		RemoteCallFailed failure = Deadline.within(Duration.ofMillis(300), () -> failure("/rules/1"));
		assertThat(failure.getMessage()).startsWith("Azure: did not answer in ");
		assertThat(Duration.ofNanos(System.nanoTime() - before)).isBetween(Duration.ofMillis(200),
				Duration.ofMillis(4500));
	}

	private RemoteCallFailed failure(String path) {
		return catchThrowableOfType(RemoteCallFailed.class,
				() -> this.client.get().uri(path).retrieve().body(Rule.class));
	}

	record Rule(String name) {
	}

}
