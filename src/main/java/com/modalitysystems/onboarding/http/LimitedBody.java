package com.modalitysystems.onboarding.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

import org.jspecify.annotations.Nullable;

/** Reads a body into memory, and hangs up when it grows too large. */
final class LimitedBody implements BodySubscriber<byte[]> {

	private final BodySubscriber<byte[]> body = BodySubscribers.ofByteArray();

	private final long limit;

	private long read;

	private @Nullable Subscription subscription;

	LimitedBody(long limit) {
		this.limit = limit;
	}

	@Override
	public CompletionStage<byte[]> getBody() {
		return this.body.getBody();
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		this.subscription = subscription;
		this.body.onSubscribe(subscription);
	}

	@Override
	public void onNext(List<ByteBuffer> buffers) {
		this.read += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
		if (this.read <= this.limit) {
			this.body.onNext(buffers);
			return;
		}
		if (this.subscription != null) {
			this.subscription.cancel();
		}
		this.body.onError(new TooLarge());
	}

	@Override
	public void onError(Throwable cause) {
		this.body.onError(cause);
	}

	@Override
	public void onComplete() {
		this.body.onComplete();
	}

	/** The other side sent more than we are ready to read. */
	static final class TooLarge extends IOException {

		private static final long serialVersionUID = 1L;

	}

}
