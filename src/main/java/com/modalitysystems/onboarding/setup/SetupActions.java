package com.modalitysystems.onboarding.setup;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.AlreadyOnboarding;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.FreeText;
import com.modalitysystems.onboarding.customer.Refused;
import com.modalitysystems.onboarding.customer.RequestRefused;
import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.process.NoLongerWaiting;
import com.modalitysystems.onboarding.process.Onboarding;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/**
 * What the customer does in the set-up room. Each act may come twice, late, or from a
 * mail scanner that submits forms; out of its time it leads back to the room.
 */
@Controller
@RequestMapping("/setup/{token}")
class SetupActions {

	private final Rooms rooms;

	private final Onboarding onboarding;

	private final Complaints complaints;

	SetupActions(Rooms rooms, Onboarding onboarding, Complaints complaints) {
		this.rooms = rooms;
		this.onboarding = onboarding;
		this.complaints = complaints;
	}

	@PostMapping("/consent")
	View consent(@PathVariable String token) {
		Customer customer = this.rooms.open(token);
		return (customer.stage() == Stage.awaitingConsent) ? to(this.onboarding.startConsent(customer.reference()))
				: back(token, Note.notNow);
	}

	@PostMapping("/granted")
	View granted(@PathVariable String token) {
		Customer customer = this.rooms.open(token);
		if (customer.stage() != Stage.awaitingConsent) {
			return back(token, Note.notNow);
		}
		this.onboarding.consentGranted(customer.reference());
		return back(token, Note.granted);
	}

	@PostMapping("/answer")
	Object answer(@PathVariable String token, AnswerForm form, HttpServletRequest request) {
		Customer customer = this.rooms.open(token);
		if (customer.stage() != Stage.awaitingCustomer) {
			return back(token, Note.notNow);
		}
		List<Mistake> mistakes = answer(customer, form);
		return mistakes.isEmpty() ? back(token, Note.answered)
				: again(token, customer, request, "answerForm", form, mistakes);
	}

	private List<Mistake> answer(Customer customer, AnswerForm form) {
		List<Mistake> mistakes = new ArrayList<>();
		String answer = read("answer", form.answer(), mistakes);
		try {
			form.corrects(customer).accept();
			if (mistakes.isEmpty()) {
				this.onboarding.answer(customer.reference(), answer, form.corrects(customer));
			}
		}
		catch (RequestRefused ex) {
			mistakes.addAll(ex.mistakes());
		}
		catch (AlreadyOnboarding ex) {
			mistakes.add(new Mistake("tenant", "tenant.alreadyOnboarding"));
		}
		return mistakes;
	}

	@PostMapping("/done")
	View done(@PathVariable String token) {
		Customer customer = this.rooms.open(token);
		return switch (customer.stage()) {
			case awaitingSetup -> {
				this.onboarding.setupReported(customer.reference());
				yield back(token, Note.done);
			}
			case confirming -> back(token, Note.done);
			default -> back(token, Note.notNow);
		};
	}

	@PostMapping("/cancel")
	Object cancel(@PathVariable String token, CancelForm form, HttpServletRequest request) {
		Customer customer = this.rooms.open(token);
		if (customer.stage().isOver() || customer.stage() == Stage.live) {
			return back(token, Note.notNow);
		}
		List<Mistake> mistakes = new ArrayList<>();
		String reason = read("reason", form.reason(), mistakes);
		if (!form.names(customer)) {
			mistakes.add(new Mistake("reference", "reference.unlikeTheLetter"));
		}
		if (!mistakes.isEmpty()) {
			return again(token, customer, request, "cancelForm", form, mistakes);
		}
		boolean stopped = this.onboarding.cancel(customer.reference(), reason, Actor.CUSTOMER);
		return back(token, stopped ? Note.stopping : Note.notNow);
	}

	/** Another click, tab or node was faster: what the room says now is true. */
	@ExceptionHandler(NoLongerWaiting.class)
	View late(HttpServletRequest request) {
		String path = request.getRequestURI();
		return back(path.substring("/setup/".length(), path.lastIndexOf('/')), Note.notNow);
	}

	@ExceptionHandler(UnknownRoom.class)
	@ResponseStatus(HttpStatus.NOT_FOUND)
	String unknown() {
		return "setup/unknown";
	}

	/** The room once more, with what was typed and a sentence at each mistake. */
	private ModelAndView again(String token, Customer customer, HttpServletRequest request, String name, Object form,
			List<Mistake> mistakes) {
		ModelAndView room = new ModelAndView("setup/room", HttpStatus.UNPROCESSABLE_ENTITY);
		room.addObject("room", this.rooms.lookAround(customer, request.getRemoteAddr()));
		room.addObject("token", token);
		room.addObject(name, form);
		room.addObject("complaints", this.complaints.about(mistakes));
		return room;
	}

	private static String read(String field, @Nullable String typed, List<Mistake> mistakes) {
		try {
			return FreeText.of(typed).value();
		}
		catch (Refused ex) {
			mistakes.add(new Mistake(field, ex.code()));
			return "";
		}
	}

	private static View back(String token, Note note) {
		return to(URI.create("/setup/" + token + "?note=" + note));
	}

	private static View to(URI uri) {
		RedirectView redirect = new RedirectView(uri.toString(), false);
		redirect.setStatusCode(HttpStatus.SEE_OTHER);
		redirect.setExpandUriTemplateVariables(false);
		redirect.setExposeModelAttributes(false);
		return redirect;
	}

}
