package com.modalitysystems.onboarding.mail;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

class PostmanTests {

	private final CountDownLatch atTheServer = new CountDownLatch(1);

	private final CountDownLatch taken = new CountDownLatch(1);

	@Test
	void whoStopsFinishesTheLetterInHandAndTakesNoOther() throws InterruptedException {
		LetterSender sender = mock();
		given(sender.sendNext()).willAnswer(call -> {
			this.atTheServer.countDown();
			return this.taken.await(10, TimeUnit.SECONDS);
		});
		Postman postman = new Postman(mock(), sender);
		postman.start();
		assertThat(this.atTheServer.await(10, TimeUnit.SECONDS)).isTrue();

		CompletableFuture<Void> stop = CompletableFuture.runAsync(postman::stop);
		await().until(() -> !postman.isRunning());
		assertThat(stop).isNotDone();
		this.taken.countDown();

		assertThat(stop).succeedsWithin(Duration.ofSeconds(10));
		verify(sender, times(1)).sendNext();
	}

}
