package com.modalitysystems.onboarding.firewall;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.modalitysystems.onboarding.http.RemoteCallFailed;
import org.jspecify.annotations.Nullable;

/**
 * How long we stand by while Azure works: a job must not outlive its lock, so what takes
 * longer is left to the next attempt.
 */
final class Patience {

	private static final Duration LONGEST_STEP = Duration.ofSeconds(5);

	private final Duration total;

	// not the application's clock, which the sandbox moves
	private final long start = System.nanoTime();

	private Duration step = Duration.ofMillis(100);

	Patience(Duration total) {
		this.total = total;
	}

	/**
	 * Wait a little.
	 * @param asked how long Azure asks us to wait; when it does not say, a little longer
	 * each time
	 * @throws RemoteCallFailed if that would be too long
	 */
	void pause(@Nullable Duration asked) {
		Duration pause = (asked != null) ? asked : this.step;
		this.step = min(this.step.multipliedBy(2), LONGEST_STEP);
		if (Duration.ofNanos(System.nanoTime() - this.start).plus(pause).compareTo(this.total) > 0) {
			throw new RemoteCallFailed(AzureCalls.SYSTEM, "has not finished after " + this.total.toSeconds() + " s",
					asked, new TimeoutException());
		}
		try {
			TimeUnit.NANOSECONDS.sleep(pause.toNanos());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new RemoteCallFailed(AzureCalls.SYSTEM, "was not waited for, since we are stopping", null, ex);
		}
	}

	private static Duration min(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

}
