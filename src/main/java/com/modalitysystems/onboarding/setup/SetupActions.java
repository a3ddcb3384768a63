package com.modalitysystems.onboarding.setup;

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
import com.modalitysystems.onboarding.process.Onboarding;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/**
 * What the customer does in the set-up room. Each act may come twice, late, or from a
 * mail scanner that submits forms; out of its time it leads back to the room.
 */
@Controller
@RequestMapping("/setup/{token}")
class SetupActions {

	private final Rooms rooms;

	private final Onboarding onboarding;

	private final Answers answers;

	SetupActions(Rooms rooms, Onboarding onboarding, Answers answers) {
		this.rooms = rooms;
		this.onboarding = onboarding;
		this.answers = answers;
	}

	@PostMapping("/consent")
	View consent(@PathVariable String token) {
		Customer customer = this.rooms.open(token);
		return (customer.stage() == Stage.awaitingConsent)
				? Answers.to(this.onboarding.startConsent(customer.reference())) : Answers.back(token, Note.notNow);
	}

	@PostMapping("/granted")
	View granted(@PathVariable String token) {
		Customer customer = this.rooms.open(token);
		if (customer.stage() != Stage.awaitingConsent) {
			return Answers.back(token, Note.notNow);
		}
		this.onboarding.consentGranted(customer.reference());
		return Answers.back(token, Note.granted);
	}

	@PostMapping("/answer")
	Object answer(@PathVariable String token, AnswerForm form, HttpServletRequest request) {
		Customer customer = this.rooms.open(token);
		if (customer.stage() != Stage.awaitingCustomer) {
			return Answers.back(token, Note.notNow);
		}
		List<Mistake> mistakes = answer(customer, form);
		return mistakes.isEmpty() ? Answers.back(token, Note.answered)
				: this.answers.again(token, customer, request, "answerForm", form, mistakes);
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
				yield Answers.back(token, Note.done);
			}
			case confirming -> Answers.back(token, Note.done);
			default -> Answers.back(token, Note.notNow);
		};
	}

	@PostMapping("/cancel")
	Object cancel(@PathVariable String token, CancelForm form, HttpServletRequest request) {
		Customer customer = this.rooms.open(token);
		if (customer.stage().isEnd()) {
			return Answers.back(token, Note.notNow);
		}
		List<Mistake> mistakes = new ArrayList<>();
		String reason = read("reason", form.reason(), mistakes);
		FromTheLetter.require(form.reference(), customer, "reference", mistakes);
		if (!mistakes.isEmpty()) {
			return this.answers.again(token, customer, request, "cancelForm", form, mistakes);
		}
		boolean stopped = this.onboarding.cancel(customer.reference(), reason, Actor.CUSTOMER);
		return Answers.back(token, stopped ? Note.stopping : Note.notNow);
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

}
