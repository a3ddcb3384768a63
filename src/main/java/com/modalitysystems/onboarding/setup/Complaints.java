package com.modalitysystems.onboarding.setup;

import java.util.List;

import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * Finds the sentence for a mistake: the room's own for this field, or the one that all
 * doors share.
 */
@Component
class Complaints {

	private final MessageSource messages;

	Complaints(MessageSource messages) {
		this.messages = messages;
	}

	List<Complaint> about(List<Mistake> mistakes) {
		return mistakes.stream().map(this::about).toList();
	}

	private Complaint about(Mistake mistake) {
		String code = "refused." + mistake.code();
		String[] codes = { "setup." + code + "." + mistake.field(), code + "." + mistake.field(), code,
				"setup.refused" };
		return new Complaint(mistake.field(),
				this.messages.getMessage(new DefaultMessageSourceResolvable(codes), LocaleContextHolder.getLocale()));
	}

}
