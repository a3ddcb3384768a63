package com.modalitysystems.onboarding.mail;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Walks to the outbox every second, and at once when a letter was committed. Has a thread
 * of its own, so that a slow mail server holds up nothing else.
 */
@Component
class Postman implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Postman.class);

	// long enough for a server that answers; one that does not is not waited for
	private static final int LAST_LETTER_SECONDS = 35;

	private final Outbox outbox;

	private final LetterSender sender;

	private final AtomicBoolean nudged = new AtomicBoolean();

	private volatile @Nullable ScheduledExecutorService rounds;

	Postman(Outbox outbox, LetterSender sender) {
		this.outbox = outbox;
		this.sender = sender;
	}

	@Override
	public void start() {
		ScheduledExecutorService executor = Executors
			.newSingleThreadScheduledExecutor(work -> new Thread(work, "letters"));
		// what goes wrong on a walk stays in the walk
		var unused = executor.scheduleWithFixedDelay(this::walk, 0, 1, TimeUnit.SECONDS);
		this.rounds = executor;
	}

	@Override
	public void stop() {
		ScheduledExecutorService executor = this.rounds;
		this.rounds = null;
		if (executor != null) {
			finish(executor);
		}
	}

	@Override
	public boolean isRunning() {
		return this.rounds != null;
	}

	@TransactionalEventListener(LetterWritten.class)
	void nudge() {
		ScheduledExecutorService executor = this.rounds;
		if (executor != null && this.nudged.compareAndSet(false, true)) {
			try {
				executor.execute(this::walk);
			}
			catch (RejectedExecutionException ex) {
				// stopping: the letter waits for the next start, or another node
			}
		}
	}

	private void walk() {
		this.nudged.set(false);
		try {
			this.outbox.giveUpOldClaims();
			while (isRunning() && this.sender.sendNext()) {
				log.debug("A letter was taken to the mail server");
			}
		}
		catch (RuntimeException ex) {
			// its message could hold a recipient; the next walk comes in a second
			log.warn("The outbox cannot be emptied: {}", ex.getClass().getName());
		}
	}

	private static void finish(ScheduledExecutorService executor) {
		executor.shutdown();
		try {
			if (!executor.awaitTermination(LAST_LETTER_SECONDS, TimeUnit.SECONDS)) {
				log.warn("A letter is still being sent; what became of it will be unknown");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
