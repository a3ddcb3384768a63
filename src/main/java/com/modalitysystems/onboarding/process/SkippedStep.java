package com.modalitysystems.onboarding.process;

import java.time.Instant;

/**
 * A step that failed, and that somebody skipped.
 *
 * @param step its words on the drawing
 * @param reason why, in the words of whoever did
 * @param actor who
 * @param at when
 */
public record SkippedStep(String step, String reason, String actor, Instant at) {

}
