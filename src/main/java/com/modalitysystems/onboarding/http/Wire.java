package com.modalitysystems.onboarding.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
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

	static final Duration FIRST_BYTE = Duration.ofSeconds(15);

	static final Duration TOTAL = Duration.ofSeconds(20);

	static final int MOST_BYTES = 4 * 1024 * 1024;

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.followRedirects(HttpClient.Redirect.NEVER)
		.connectTimeout(CONNECT)
		.build();

	private final RetryAfter retryAfter;

	private final OutsideCalls calls;

	Wire(Clock clock, OutsideCalls calls) {
		this.retryAfter = new RetryAfter(clock);
		this.calls = calls;
	}

	WireResponse send(Remote remote, HttpRequest request) {
		Duration time = Deadline.atMost(TOTAL);
		if (time.isZero()) {
			throw failed(remote, "no time was left to call it", null);
		}
		long start = System.nanoTime();
		try {
			WireResponse response = understood(remote, receive(remote, request, time));
			this.calls.answered(remote.name(), response.getStatusCode().value(), since(start));
			return response;
		}
		catch (RemoteCallFailed ex) {
			if (!Thread.currentThread().isInterrupted()) {
				this.calls.failed(ex, since(start));
			}
			throw ex;
		}
	}

	private WireResponse understood(Remote remote, HttpResponse<byte[]> response) {
		int status = response.statusCode();
		@Nullable Duration wait = this.retryAfter.in(response.headers());
		if (status == 429 || status >= 500) {
			throw RemoteCallFailed.answered(remote.name(), status, wait);
		}
		if (status >= 300 && status < 400) {
			throw RemoteCallFailed.answered(remote.name(), status, null);
		}
		return new WireResponse(response, wait);
	}

	private static Duration since(long start) {
		return Duration.ofNanos(System.nanoTime() - start);
	}

	private HttpResponse<byte[]> receive(Remote remote, HttpRequest request, Duration time) {
		// the JDK's own time-out ends with the headers; a body that trickles outlives it
		CompletableFuture<HttpResponse<byte[]>> answer = this.client.sendAsync(request,
				(info) -> new LimitedBody(MOST_BYTES));
		try {
			return answer.get(time.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			throw failed(remote, "did not answer in " + time.toMillis() + " ms", ex);
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
		if (cause instanceof HttpConnectTimeoutException) {
			return "did not take our connection in " + CONNECT.toSeconds() + " s";
		}
		if (cause instanceof HttpTimeoutException) {
			return "did not begin to answer in " + FIRST_BYTE.toSeconds() + " s";
		}
		if (cause instanceof LimitedBody.TooLarge) {
			return "answered with more than " + MOST_BYTES + " bytes";
		}
		return (cause instanceof IOException)
				? "cannot be reached, or cut the connection (" + cause.getClass().getSimpleName() + ")"
				: "cannot be called";
	}

}
