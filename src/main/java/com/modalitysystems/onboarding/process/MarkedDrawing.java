package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.CustomerReference;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The drawing of an onboarding, on which is marked where it stands. */
@Component
@Transactional(readOnly = true)
public class MarkedDrawing {

	private final Tracks tracks;

	private final Plan plan;

	MarkedDrawing(Tracks tracks, Plan plan) {
		this.tracks = tracks;
		this.plan = plan;
	}

	/** Where an onboarding stands, in words. */
	public Whereabouts whereabouts(CustomerReference reference) {
		return this.tracks.of(reference);
	}

	/** The same as a picture, in SVG. */
	public String picture(CustomerReference reference) {
		return this.plan.marked(this.tracks.of(reference));
	}

	/** How large the picture is. */
	public Paper paper() {
		return this.plan.paper();
	}

	/**
	 * The size of a picture, in pixels.
	 *
	 * @param width from left to right
	 * @param height from top to bottom
	 */
	public record Paper(int width, int height) {
	}

}
