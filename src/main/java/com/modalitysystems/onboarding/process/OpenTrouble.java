package com.modalitysystems.onboarding.process;

import java.time.Instant;
import java.util.Optional;

import com.modalitysystems.onboarding.trouble.KnownTrouble;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * A step that failed, and waits for somebody.
 *
 * @param step its words on the drawing
 * @param since when it failed for the last time
 * @param words what was answered, with the name of the failure
 * @param known what the catalogue knows of it
 * @param task the id of the task in which it is decided; none for the moment before it is
 * made
 */
public record OpenTrouble(String step, Instant since, String words, KnownTrouble known, @Nullable String task) {

	static OpenTrouble of(StuckStep step, Optional<Task> task) {
		return new OpenTrouble(step.name(), step.since(), step.words(), step.trouble(),
				task.map(Task::getId).orElse(null));
	}

}
