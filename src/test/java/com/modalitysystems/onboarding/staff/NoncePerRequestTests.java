package com.modalitysystems.onboarding.staff;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.modalitysystems.onboarding.HouseTest;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** A page whose scripts carry another nonce than its policy allows stays blank. */
@HouseTest
class NoncePerRequestTests {

	private static final Pattern ALLOWED = Pattern.compile("'nonce-([^']+)'");

	private static final Pattern CARRIED = Pattern.compile("<script[^>]* nonce=\"([^\"]*)\"");

	private final HttpClient http = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Test
	void pagesThatAreAskedForAtOnceKeepTheirOwnNonce() throws Exception {
		Callable<Page> ask = this::ask;
		ExecutorService four = Executors.newFixedThreadPool(4);
		try {
			List<Future<Page>> pages = four.invokeAll(IntStream.range(0, 400).mapToObj(number -> ask).toList());
			assertThat(pages).extracting(Future::get).allSatisfy(page -> {
				assertThat(page.carried()).isNotEmpty();
				assertThat(page.carried()).containsOnly(page.allowed());
			}).extracting(Page::allowed).doesNotHaveDuplicates();
		}
		finally {
			four.shutdown();
		}
	}

	private Page ask() throws Exception {
		HttpResponse<String> answer = this.http
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/camunda/app/tasklist/default/"))
				.build(), BodyHandlers.ofString());
		String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
		Matcher allowed = ALLOWED.matcher(policy);
		assertThat(allowed.find()).as(policy).isTrue();
		return new Page(allowed.group(1),
				CARRIED.matcher(answer.body()).results().map(script -> script.group(1)).toList());
	}

	private record Page(String allowed, List<String> carried) {
	}

}
