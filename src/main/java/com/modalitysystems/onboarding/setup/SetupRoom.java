package com.modalitysystems.onboarding.setup;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import com.modalitysystems.onboarding.customer.Customer;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The customer's set-up room: looking at it, which changes nothing, ever. */
@Controller
@RequestMapping("/setup/{token}")
class SetupRoom {

	private final Rooms rooms;

	private final SetupScript script;

	SetupRoom(Rooms rooms, SetupScript script) {
		this.rooms = rooms;
		this.script = script;
	}

	@GetMapping
	String show(@PathVariable String token, @RequestParam(name = "note", required = false) @Nullable String note,
			HttpServletRequest request, Model model) {
		Customer customer = this.rooms.open(token);
		model.addAttribute("room", this.rooms.lookAround(customer, request.getRemoteAddr()));
		model.addAttribute("token", token);
		Note.of(note).ifPresent(said -> model.addAttribute("note", said.name()));
		return "setup/room";
	}

	/**
	 * Whether there is something new to see: asked by the page itself, again and again.
	 */
	@GetMapping("/progress")
	ResponseEntity<Progress> progress(@PathVariable String token, HttpServletRequest request) {
		Room room = this.rooms.lookAround(this.rooms.open(token), request.getRemoteAddr());
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.body(new Progress(room.version(), room.secondsToWait()));
	}

	@GetMapping({ "/consent", "/granted", "/answer", "/address", "/admin", "/window", "/snooze", "/time-zone",
			"/language", "/renew", "/done", "/report", "/proof", "/cancel" })
	ResponseEntity<Void> backToTheRoom(@PathVariable String token) {
		this.rooms.open(token);
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/setup/" + token)).build();
	}

	@GetMapping("/" + SetupScript.FILE_NAME)
	ResponseEntity<byte[]> script(@PathVariable String token) {
		Customer customer = this.rooms.open(token);
		if (customer.issued() == null || customer.stage().isOver()) {
			throw new UnknownRoom();
		}
		return ResponseEntity.ok()
			.contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(SetupScript.FILE_NAME).build().toString())
			.body(this.script.of(customer));
	}

}
