package com.modalitysystems.onboarding.setup;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.PublicAddress;
import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.Successor;
import com.modalitysystems.onboarding.process.Onboarding;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/**
 * What the customer does in the set-up room while we wait for them, besides what we wait
 * for. Each act may come twice, late, or from a robot.
 */
@Controller
@RequestMapping("/setup/{token}")
class WaitingActions {

	private final Rooms rooms;

	private final Onboarding onboarding;

	private final Answers answers;

	private final Clock clock;

	WaitingActions(Rooms rooms, Onboarding onboarding, Answers answers, Clock clock) {
		this.rooms = rooms;
		this.onboarding = onboarding;
		this.answers = answers;
		this.clock = clock;
	}

	@PostMapping("/address")
	Object address(@PathVariable String token, AddressForm form, HttpServletRequest request) {
		Customer customer = this.rooms.open(token);
		if (customer.stage() != Stage.awaitingConsent) {
			return Answers.back(token, Note.notNow);
		}
		List<Mistake> mistakes = new ArrayList<>();
		PublicAddress address = form.read(mistakes);
		FromTheLetter.require(form.reference(), customer, "addressReference", mistakes);
		if (address == null || !mistakes.isEmpty()) {
			return this.answers.again(token, customer, request, "addressForm", form, mistakes);
		}
		this.onboarding.changeAddress(customer.reference(), address.value());
		boolean known = address.equals(customer.administrator().address());
		return known ? window(token) : Answers.back(token, Note.address);
	}

	@PostMapping("/admin")
	Object admin(@PathVariable String token, AdminForm form, HttpServletRequest request) {
		Customer customer = this.rooms.open(token);
		if (customer.stage() != Stage.awaitingConsent) {
			return Answers.back(token, Note.notNow);
		}
		List<Mistake> mistakes = new ArrayList<>();
		Successor colleague = form.read(customer, mistakes);
		FromTheLetter.require(form.reference(), customer, "adminReference", mistakes);
		if (colleague == null || !mistakes.isEmpty()) {
			return this.answers.again(token, customer, request, "adminForm", form, mistakes);
		}
		// named anew, a colleague would need the agreement of staff anew
		boolean replaces = !colleague.equals(customer.wishes().successor())
				&& this.onboarding.handOn(customer.reference(), colleague.name(), colleague.email().value());
		return Answers.back(token, replaces ? Note.colleagueReplaced : Note.colleague);
	}

	@PostMapping("/window")
	View window(@PathVariable String token) {
		Customer customer = this.rooms.open(token);
		if (customer.stage() != Stage.awaitingConsent) {
			return Answers.back(token, Note.notNow);
		}
		return switch (Way.of(customer, this.clock.instant()).state()) {
			case open -> Answers.back(token, Note.windowOpen);
			case opening -> Answers.back(token, Note.window);
			case shut -> {
				this.onboarding.openWindow(customer.reference());
				yield Answers.back(token, Note.window);
			}
		};
	}

	@PostMapping("/renew")
	View renew(@PathVariable String token) {
		Customer customer = this.rooms.open(token);
		boolean renewed = customer.stage() == Stage.expired
				&& this.onboarding.renew(customer.reference(), Actor.CUSTOMER);
		return Answers.back(token, renewed ? Note.renewed : Note.notNow);
	}

}
