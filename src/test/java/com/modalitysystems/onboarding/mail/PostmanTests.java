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
			return this.taken.await(1, TimeUnit.MINUTES);
		});
		Postman postman = new Postman(mock(), sender);
		postman.start();
		assertThat(this.atTheServer.await(1, TimeUnit.MINUTES)).isTrue();

		CompletableFuture<Void> stop = CompletableFuture.runAsync(postman::stop);
		await().atMost(Duration.ofMinutes(1)).until(() -> !postman.isRunning());
		assertThat(stop).isNotDone();
		this.taken.countDown();

		assertThat(stop).succeedsWithin(Duration.ofMinutes(1));
		verify(sender, times(1)).sendNext();
	}

}
