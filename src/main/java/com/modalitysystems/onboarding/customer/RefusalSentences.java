package com.modalitysystems.onboarding.customer;

import java.util.Locale;

import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;

import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * Why a value was refused, in a sentence for whoever typed it: {@code refused.}, the code
 * and, where a field has a sentence of its own, the field.
 */
@Component
public class RefusalSentences {

	private final MessageSource messages;

	RefusalSentences(MessageSource messages) {
		this.messages = messages;
	}

	/** What to say at the field of a mistake. */
	public String of(Mistake mistake, Locale language) {
		String code = "refused." + mistake.code();
		String[] codes = { code + "." + mistake.field(), code };
		return this.messages.getMessage(new DefaultMessageSourceResolvable(codes), language);
	}

	/** What to say of a value that stands for itself. */
	public String of(Refused refused, Locale language) {
		return this.messages.getMessage("refused." + refused.code(), null, language);
	}

}
