package com.modalitysystems.onboarding.setup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;
import com.modalitysystems.onboarding.customer.TimeZone;
import com.modalitysystems.onboarding.process.Onboarding;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** When the customer wants to be reminded. Each act may come twice, or late. */
@Controller
@RequestMapping("/setup/{token}")
class ReminderActions {

	private final Rooms rooms;

	private final Onboarding onboarding;

	private final Answers answers;

	ReminderActions(Rooms rooms, Onboarding onboarding, Answers answers) {
		this.rooms = rooms;
		this.onboarding = onboarding;
		this.answers = answers;
	}

	@PostMapping("/snooze")
	Object snooze(@PathVariable String token, SnoozeForm form, HttpServletRequest request) {
		Customer customer = this.rooms.open(token);
		if (!Room.mayBeReminded(customer)) {
			return Answers.back(token, Note.notNow);
		}
		List<Mistake> mistakes = new ArrayList<>();
		LocalDate day = form.read(this.rooms.todayAt(customer), mistakes);
		if (day != null && !this.onboarding.snooze(customer.reference(), day)) {
			mistakes.add(new Mistake("until", "day.late"));
		}
		return mistakes.isEmpty() ? Answers.back(token, Note.snoozed)
				: this.answers.again(token, customer, request, "snoozeForm", form, mistakes);
	}

	@PostMapping("/time-zone")
	Object timeZone(@PathVariable String token, TimeZoneForm form, HttpServletRequest request) {
		Customer customer = this.rooms.open(token);
		if (!Room.mayBeReminded(customer)) {
			return Answers.back(token, Note.notNow);
		}
		List<Mistake> mistakes = new ArrayList<>();
		TimeZone timeZone = form.read(mistakes);
		if (!mistakes.isEmpty()) {
			return this.answers.again(token, customer, request, "timeZoneForm", form, mistakes);
		}
		// the button alone, which a robot may press, changes nothing
		if (!Objects.equals(timeZone, customer.asked().timeZone())) {
			this.onboarding.chooseTimeZone(customer.reference(), timeZone);
		}
		return Answers.back(token, Note.timeZone);
	}

}
