package com.modalitysystems.onboarding.process;

import java.util.LinkedHashMap;
import java.util.Map;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.mail.UndeliveredLetter;
import com.modalitysystems.onboarding.mail.UndeliveredLetters;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Shows staff a letter in trouble: what it was about, to whom, and what went wrong. */
@Component
class LayOutLetter implements TaskListener {

	private final Customers customers;

	private final UndeliveredLetters letters;

	private final Sentences sentences;

	LayOutLetter(Customers customers, UndeliveredLetters letters, Sentences sentences) {
		this.customers = customers;
		this.letters = letters;
		this.sentences = sentences;
	}

	@Override
	public void notify(DelegateTask task) {
		UndeliveredLetter letter = this.letters.require(letterOf(task));
		Customer customer = this.customers.require(letter.reference());
		ProcessVariable.DECISION.clear(task.getExecution());
		sheet(letter, customer).forEach(task::setVariableLocal);
		task.setName(task.getName() + ": " + customer.company());
	}

	static long letterOf(DelegateTask task) {
		String letter = ProcessVariable.LETTER.in(task);
		if (letter == null) {
			throw new IllegalStateException("A trouble is about a letter");
		}
		return Long.parseLong(letter);
	}

	private Map<String, @Nullable Object> sheet(UndeliveredLetter letter, Customer customer) {
		Map<String, @Nullable Object> sheet = new LinkedHashMap<>();
		sheet.put("reference", letter.reference().value());
		sheet.put("company", customer.company());
		sheet.put("about", this.sentences.say("letter." + letter.kind()));
		sheet.put("addressee", this.sentences.say("addressee." + letter.addressee()));
		sheet.put("trouble", this.sentences.say("trouble." + letter.state()));
		sheet.put("serverWords", letter.serverWords());
		sheet.put("recipient", letter.recipient().value());
		return sheet;
	}

}
