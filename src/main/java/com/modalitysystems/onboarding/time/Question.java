package com.modalitysystems.onboarding.time;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * One question, and what was answered.
 *
 * @param <T> what is answered
 */
final class Question<T> {

	// how much time passes is no matter of the clock, which can be moved
	private final long asked = System.nanoTime();

	private final CompletableFuture<T> answer = new CompletableFuture<>();

	private volatile long answered;

	private Question() {
	}

	static <T> Question<T> ask(Supplier<T> question) {
		Question<T> asked = new Question<>();
		Thread thread = new Thread(() -> asked.answerBy(question), "question");
		thread.setDaemon(true);
		thread.start();
		return asked;
	}

	private void answerBy(Supplier<T> question) {
		try {
			T value = question.get();
			this.answered = System.nanoTime();
			this.answer.complete(value);
		}
		catch (Throwable ex) {
			this.answered = System.nanoTime();
			this.answer.completeExceptionally(ex);
		}
	}

	/** Wait for the answer, but no longer than this after it was asked. */
	boolean isAnsweredWithin(long nanos) {
		try {
			this.answer.get(Math.max(0, this.asked + nanos - System.nanoTime()), TimeUnit.NANOSECONDS);
			return true;
		}
		catch (ExecutionException ex) {
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	boolean isOlderThan(long nanos) {
		return this.answer.isDone() && System.nanoTime() - this.answered > nanos;
	}

	/** The answer; or its failure, which is also that there is none yet. */
	T answer() {
		if (!this.answer.isDone()) {
			throw new IllegalStateException("There is no answer yet");
		}
		try {
			return this.answer.join();
		}
		catch (CompletionException ex) {
			throw new IllegalStateException("There is no answer", ex.getCause());
		}
	}

}
