package com.modalitysystems.onboarding.time;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class RememberedTests {

	private static final Duration LONG = Duration.ofHours(1);

	private final AtomicInteger questions = new AtomicInteger();

	private final CountDownLatch answerComes = new CountDownLatch(1);

	@Test
	void anAnswerIsGoodForAWhile() {
		Remembered<Integer> remembered = new Remembered<>(LONG, LONG, this.questions::incrementAndGet);
		assertThat(remembered.get()).isEqualTo(1);
		assertThat(remembered.get()).isEqualTo(1);
	}

	@Test
	void afterwardsItIsAskedAnew() {
		Remembered<Integer> remembered = new Remembered<>(Duration.ZERO, LONG, this.questions::incrementAndGet);
		assertThat(remembered.get()).isEqualTo(1);
		assertThat(remembered.get()).isEqualTo(2);
	}

	@Test
	void aFailureIsRememberedAsLong() {
		Remembered<Integer> remembered = new Remembered<>(LONG, LONG, () -> {
			throw new IllegalArgumentException("failure " + this.questions.incrementAndGet());
		});
		for (int time = 0; time < 2; time++) {
			assertThatIllegalStateException().isThrownBy(remembered::get).havingCause().withMessage("failure 1");
		}
	}

	@Test
	void whoeverAsksMeanwhileHasTheAnswerBefore() {
		Remembered<Integer> remembered = new Remembered<>(Duration.ZERO, Duration.ofSeconds(1),
				this::slowFromTheSecond);
		assertThat(remembered.get()).isEqualTo(1);
		assertThat(remembered.get()).isEqualTo(1);
		assertThat(remembered.get()).isEqualTo(1);
		assertThat(this.questions).hasValue(2);
		this.answerComes.countDown();
		await().atMost(Duration.ofMinutes(1)).until(() -> remembered.get() > 1);
	}

	@Test
	void whenThereIsNoneBeforeNobodyWaitsForLong() {
		Remembered<Integer> remembered = new Remembered<>(LONG, Duration.ZERO, this::slow);
		assertThatIllegalStateException().isThrownBy(remembered::get).withMessage("There is no answer yet");
		assertThatIllegalStateException().isThrownBy(remembered::get).withMessage("There is no answer yet");
		this.answerComes.countDown();
		await().atMost(Duration.ofMinutes(1))
			.ignoreExceptionsInstanceOf(IllegalStateException.class)
			.until(() -> remembered.get() == 1);
	}

	private int slowFromTheSecond() {
		return (this.questions.get() == 0) ? this.questions.incrementAndGet() : slow();
	}

	private int slow() {
		int question = this.questions.incrementAndGet();
		try {
			this.answerComes.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		return question;
	}

}
