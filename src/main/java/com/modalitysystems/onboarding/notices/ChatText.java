package com.modalitysystems.onboarding.notices;

/** What a customer typed, so that no chat takes it for mark-up, a link or a mention. */
final class ChatText {

	private ChatText() {
	}

	/** Slack knows three signs of its own, and marks words by signs around them. */
	static String forSlack(String text) {
		return plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replaceAll("[*_~`]", "'");
	}

	/** The text of a card is a subset of Markdown. */
	static String forTeams(String text) {
		return plain(text).replaceAll("([\\\\*_\\[\\]()`#<>~|])", "\\\\$1");
	}

	private static String plain(String text) {
		return text.replaceAll("\\p{Cntrl}+", " ").strip();
	}

}
