package com.modalitysystems.onboarding.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Where an onboarding stands on its drawing, and how it came there.
 *
 * @param places where it stands; none where nothing is known any more
 * @param passed the ids of the shapes that it passed
 */
public record Whereabouts(List<Place> places, Set<String> passed) {

	static final Whereabouts UNKNOWN = new Whereabouts(List.of(), Set.of());

	/**
	 * Where to look first: at what is wrong, else at any place that is on the picture.
	 */
	public Optional<Spot> first() {
		return this.places.stream()
			.filter((place) -> place.spot() != null)
			.min((one, other) -> other.state().compareTo(one.state()))
			.map(Place::spot);
	}

	/**
	 * One place.
	 *
	 * @param id of its shape
	 * @param words that stand at the shape
	 * @param state what it does there
	 * @param spot where the shape is; none on an older drawing, of which there is no
	 * picture
	 */
	public record Place(String id, String words, State state, @Nullable Spot spot) {
	}

	/** What an onboarding does at a place. */
	public enum State {

		/** It came to its end there. */
		ended,
		/** It stands there. */
		here,
		/** A step failed there, and is not tried again by itself. */
		stuck

	}

	/**
	 * The upper left corner of a shape on the picture, in pixels.
	 *
	 * @param x from the left
	 * @param y from above
	 */
	public record Spot(int x, int y) {
	}

}
