package com.modalitysystems.onboarding.notices;

import java.util.Set;

/**
 * What somebody wants to be written to about.
 *
 * @param rhythm how often
 * @param topics of what
 */
public record DigestChoice(Rhythm rhythm, Set<Topic> topics) {

	/** Of everybody who has not chosen yet. */
	public static final DigestChoice NONE = new DigestChoice(Rhythm.never, Set.of(Topic.values()));

}
