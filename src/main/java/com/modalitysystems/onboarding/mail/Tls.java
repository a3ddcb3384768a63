package com.modalitysystems.onboarding.mail;

import java.util.Map;

/** Whether our letters travel to the mail server in private. */
enum Tls {

	/** The conversation is encrypted by STARTTLS, or ends. */
	required(true, true, false),
	/** It is encrypted where the mail server offers STARTTLS. */
	opportunistic(true, false, false),
	/** It is open to whoever listens. */
	none(false, false, false),
	/** It is encrypted from the first byte on, usually on port 465. */
	implicit(false, false, true);

	private final boolean starts;

	private final boolean mustStart;

	private final boolean isThere;

	Tls(boolean starts, boolean mustStart, boolean isThere) {
		this.starts = starts;
		this.mustStart = mustStart;
		this.isThere = isThere;
	}

	/** How Jakarta Mail is told so. */
	Map<String, String> properties() {
		return Map.of("mail.smtp.starttls.enable", String.valueOf(this.starts), "mail.smtp.starttls.required",
				String.valueOf(this.mustStart), "mail.smtp.ssl.enable", String.valueOf(this.isThere),
				"mail.smtp.ssl.checkserveridentity", "true", "mail.smtp.socketFactory.fallback", "false",
				"mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
	}

}
