package com.modalitysystems.onboarding.setup;

import java.net.URI;
import java.util.List;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** How the room answers an act: it leads on, leads back, or shows itself again. */
@Component
class Answers {

	private final Rooms rooms;

	private final Complaints complaints;

	Answers(Rooms rooms, Complaints complaints) {
		this.rooms = rooms;
		this.complaints = complaints;
	}

	/** The room once more, with what was typed and a sentence at each mistake. */
	ModelAndView again(String token, Customer customer, HttpServletRequest request, String name, Object form,
			List<Mistake> mistakes) {
		ModelAndView room = new ModelAndView("setup/room", HttpStatus.UNPROCESSABLE_ENTITY);
		room.addObject("room", this.rooms.lookAround(customer, request.getRemoteAddr()));
		room.addObject("token", token);
		room.addObject(name, form);
		room.addObject("complaints", this.complaints.about(mistakes));
		return room;
	}

	/** Back to the room, where a sentence says what became of it. */
	static View back(String token, Note note) {
		return to(URI.create("/setup/" + token + "?note=" + note));
	}

	/** On to another page, by a request that only looks at it. */
	static View to(URI uri) {
		RedirectView redirect = new RedirectView(uri.toString(), false);
		redirect.setStatusCode(HttpStatus.SEE_OTHER);
		redirect.setExpandUriTemplateVariables(false);
		redirect.setExposeModelAttributes(false);
		return redirect;
	}

}
