package com.modalitysystems.onboarding.staff;

import java.nio.charset.StandardCharsets;

import com.modalitysystems.onboarding.process.MarkedDrawing;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Where an onboarding stands, as a picture. */
@Controller
class DrawingPage {

	// a picture carries its own looks, whether it stands on a page or is opened by itself
	private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

	private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

	private final CustomerFiles files;

	private final MarkedDrawing drawing;

	DrawingPage(CustomerFiles files, MarkedDrawing drawing) {
		this.files = files;
		this.drawing = drawing;
	}

	@GetMapping("/onboardings/{reference}/drawing")
	ResponseEntity<String> drawing(@PathVariable String reference, Authentication user) {
		return this.files.customer(reference, Sight.of(user))
			.map((customer) -> ResponseEntity.ok()
				.contentType(SVG)
				.header("Content-Security-Policy", POLICY)
				.body(this.drawing.picture(customer.reference())))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
