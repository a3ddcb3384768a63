package com.modalitysystems.onboarding.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * Sends one request and brings back its whole answer, within bounds of time and size that
 * the other side cannot stretch.
 */
final class Wire {

	static final Duration CONNECT = Duration.ofSeconds(5);

	static final Duration TOTAL = Duration.ofSeconds(20);

	static final int MOST_BYTES = 4 * 1024 * 1024;

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.followRedirects(HttpClient.Redirect.NEVER)
		.connectTimeout(CONNECT)
		.build();

	private final RetryAfter retryAfter;

	Wire(Clock clock) {
		this.retryAfter = new RetryAfter(clock);
	}

	HttpResponse<byte[]> send(Remote remote, HttpRequest request) {
		if (!remote.owns(request.uri())) {
			throw RemoteCallFailed.unreadable(remote.name(), "led to another host, which is not called");
		}
		HttpResponse<byte[]> response = receive(remote, request);
		int status = response.statusCode();
		if (status == 429 || status >= 500) {
			throw RemoteCallFailed.answered(remote.name(), status, this.retryAfter.in(response.headers()));
		}
		if (status >= 300 && status < 400) {
			throw RemoteCallFailed.answered(remote.name(), status, null);
		}
		return response;
	}

	private HttpResponse<byte[]> receive(Remote remote, HttpRequest request) {
		Duration time = Deadline.atMost(TOTAL);
		if (time.isZero()) {
			throw failed(remote, "no time was left to call it", null);
		}
		// the JDK's own time-out ends with the headers; a body that trickles outlives it
		CompletableFuture<HttpResponse<byte[]>> answer = this.client.sendAsync(request,
				(info) -> new LimitedBody(MOST_BYTES));
		try {
			return answer.get(time.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			throw failed(remote, "did not answer in " + time.toMillis() + " ms", null);
		}
		catch (ExecutionException ex) {
			throw failed(remote, reason(ex.getCause()), ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw failed(remote, "was not waited for, since we are stopping", ex);
		}
		finally {
			answer.cancel(true);
		}
	}

	private static RemoteCallFailed failed(Remote remote, String answer, @Nullable Throwable cause) {
		return new RemoteCallFailed(remote.name(), answer, null, cause);
	}

	private static String reason(@Nullable Throwable cause) {
		if (cause instanceof LimitedBody.TooLarge) {
			return "answered with more than " + MOST_BYTES + " bytes";
		}
		return (cause instanceof IOException)
				? "cannot be reached, or cut the connection (" + cause.getClass().getSimpleName() + ")"
				: "cannot be called";
	}

}
