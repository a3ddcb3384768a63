package com.modalitysystems.onboarding.sandbox;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it arrived.
 *
 * @param from who it says it is from
 * @param to who it says it is for
 * @param replyTo where answers go
 * @param subject of the letter
 * @param text for readers without HTML
 * @param html for the others
 * @param messageId its own id
 * @param headers all of them, as they were sent
 * @param attachments what is attached
 * @param recipients who it was handed over for, which only the envelope says
 */
record Letter(String from, String to, @Nullable String replyTo, String subject, @Nullable String text,
		@Nullable String html, @Nullable String messageId, List<String> headers, List<Attachment> attachments,
		List<String> recipients) {

	public String headerText() {
		return String.join("\n", this.headers);
	}

	/**
	 * A file in a letter.
	 *
	 * @param name of the file
	 * @param contentType of the file
	 * @param base64 its content
	 */
	record Attachment(String name, String contentType, String base64) {
	}

	/**
	 * A letter in the mailbox.
	 *
	 * @param id in the order of arrival
	 * @param at when it arrived
	 * @param letter the letter
	 */
	record Arrived(long id, Instant at, @JsonUnwrapped Letter letter) {
	}

}
