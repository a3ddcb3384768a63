package com.modalitysystems.onboarding.http;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DeadlineTests {

	private static final Duration HOUR = Duration.ofHours(1);

	private static final Duration MINUTE = Duration.ofMinutes(1);

	@Test
	void withoutADeadlineEachCallHasItsOwnTime() {
		assertThat(Deadline.atMost(HOUR)).isEqualTo(HOUR);
	}

	@Test
	void withinADeadlineOnlyWhatIsLeftMayBeUsed() {
		Duration left = Deadline.within(MINUTE, () -> Deadline.atMost(HOUR));
		assertThat(left).isLessThan(MINUTE).isGreaterThan(Duration.ofSeconds(50));
	}

	@Test
	void anInnerDeadlineCannotStretchTheOuterOne() {
		Duration left = Deadline.within(MINUTE, () -> Deadline.within(HOUR, () -> Deadline.atMost(HOUR)));
		assertThat(left).isLessThan(MINUTE);
	}

	@Test
	void afterTheWorkTheDeadlineIsGone() {
		assertThatIllegalStateException().isThrownBy(() -> Deadline.within(MINUTE, () -> {
			throw new IllegalStateException("broken");
		}));
		assertThat(Deadline.atMost(HOUR)).isEqualTo(HOUR);
	}

	@Test
	void theOuterDeadlineHoldsAgainAfterTheInnerOne() {
		Duration left = Deadline.within(MINUTE, () -> {
			Deadline.within(Duration.ZERO, () -> "done");
			return Deadline.atMost(HOUR);
		});
		assertThat(left).isGreaterThan(Duration.ofSeconds(50)).isLessThan(MINUTE);
	}

}
