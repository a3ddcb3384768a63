package com.modalitysystems.onboarding.process;

import java.util.Objects;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.Refused;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.mail.UndeliveredLetter;
import com.modalitysystems.onboarding.mail.UndeliveredLetters;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

import org.springframework.stereotype.Component;

/**
 * Takes the decision of staff about a letter in trouble, and does it in the same
 * transaction: send it again, to a corrected address perhaps, or leave it.
 */
@Component
class AcceptLetterDecision implements TaskListener {

	private final Customers customers;

	private final UndeliveredLetters letters;

	private final Schedule schedule;

	private final Trail trail;

	private final Sentences sentences;

	AcceptLetterDecision(Customers customers, UndeliveredLetters letters, Schedule schedule, Trail trail,
			Sentences sentences) {
		this.customers = customers;
		this.letters = letters;
		this.schedule = schedule;
		this.trail = trail;
		this.sentences = sentences;
	}

	@Override
	public void notify(DelegateTask task) {
		StaffDecision decision = StaffDecision.of(task.getTaskDefinitionKey(), ProcessVariable.DECISION.in(task))
			.orElseThrow(() -> new RefusedToStaff(this.sentences.say("decision.missing")));
		UndeliveredLetter letter = this.letters.require(LayOutLetter.letterOf(task));
		if (decision == StaffDecision.SEND_AGAIN) {
			sendAgain(letter, recipient(task));
		}
		else {
			this.letters.leave(letter.id());
		}
		this.trail.add(letter.reference(), StaffDecision.by(task), decision.event());
	}

	private EmailAddress recipient(DelegateTask task) {
		try {
			return EmailAddress.of(Objects.toString(task.getVariable("recipient"), ""));
		}
		catch (Refused ex) {
			throw new RefusedToStaff(this.sentences.say(ex), ex);
		}
	}

	/**
	 * Where the letter went to somebody who is nobody of this onboarding any more,
	 * nothing.
	 */
	private void correct(Customer customer, UndeliveredLetter letter, EmailAddress recipient) {
		if (letter.recipient().equals(customer.administrator().email())) {
			this.customers.writeTo(letter.reference(), recipient);
		}
		if (letter.recipient().equals(customer.asked().contact())) {
			this.customers.writeToContact(letter.reference(), recipient);
		}
	}

	private void sendAgain(UndeliveredLetter letter, EmailAddress recipient) {
		if (!recipient.equals(letter.recipient())) {
			correct(this.customers.require(letter.reference()), letter, recipient);
		}
		this.letters.sendAgain(letter.id(), recipient);
		this.customers.restRemindersAtLeast(letter.reference(), this.schedule.afterAPause(letter.reference()));
	}

}
