package com.modalitysystems.onboarding;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

/** Browsers that Microsoft's consent page sends back, all in the same moment. */
final class Returns {

	private final HttpClient http = HttpClient.newHttpClient();

	private final List<String> nodes;

	/**
	 * Returns to several nodes.
	 * @param nodes where these are
	 */
	Returns(String... nodes) {
		this.nodes = List.of(nodes);
	}

	/**
	 * Come back to each node with each of these, and read the pages.
	 * @param said what the address says, each time
	 */
	List<String> atOnce(List<String> said) {
		return said.stream()
			.flatMap(query -> this.nodes.stream().map(node -> node + "/consent/callback?" + query))
			.map(this::send)
			.toList()
			.stream()
			.map(CompletableFuture::join)
			.map(Returns::page)
			.toList();
	}

	private CompletableFuture<HttpResponse<String>> send(String address) {
		return this.http.sendAsync(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
	}

	private static String page(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.uri().getQuery()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("text/html");
		return answer.body();
	}

}
