package com.modalitysystems.onboarding.notices;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a webhook fares.
 *
 * @param name what we call it
 * @param host where it listens; its whole address may hold a secret
 * @param deliveredAt when it was last told of something
 * @param waiting of how many events it is still to be told
 * @param deadLetters of which it was not, the newest first, at most twenty
 * @param dead how many those are in all
 */
public record WebhookState(String name, String host, @Nullable OffsetDateTime deliveredAt, long waiting, long dead,
		List<DeadLetter> deadLetters) {

	/**
	 * An event that a webhook did not take.
	 *
	 * @param reference whose onboarding it is about
	 * @param what what happened
	 * @param at when
	 * @param attempts how often that was tried to tell
	 * @param answer what the other side said
	 */
	public record DeadLetter(String reference, String what, Instant at, int attempts, String answer) {
	}

}
