package com.modalitysystems.onboarding.mail;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * What a letter says, from which both its HTML and its text are made. All texts are
 * plain: no markup in them has a meaning.
 *
 * @param locale its language
 * @param subject its subject line; holds nothing that a customer typed
 * @param preheader what a mailbox shows beside the subject
 * @param brand the name of the service
 * @param title its heading
 * @param blocks what it says, from top to bottom
 * @param signature who writes
 * @param footer what stands in every letter
 */
record Letter(Locale locale, String subject, String preheader, String brand, String title, List<Block> blocks,
		String signature, List<String> footer) {

	/** A part of a letter. */
	sealed interface Block {

		/** Its name in the templates. */
		String type();

	}

	/** A few sentences. */
	record Paragraph(String text) implements Block {

		@Override
		public String type() {
			return "paragraph";
		}

	}

	/** The heading of what follows. */
	record Heading(String text) implements Block {

		@Override
		public String type() {
			return "heading";
		}

	}

	/** What happens, or is to be done, one after the other. */
	record Steps(List<String> texts) implements Block {

		@Override
		public String type() {
			return "steps";
		}

	}

	/** What stands side by side. */
	record Points(List<String> texts) implements Block {

		@Override
		public String type() {
			return "points";
		}

	}

	/** A table of facts. */
	record Facts(List<Fact> facts) implements Block {

		@Override
		public String type() {
			return "facts";
		}

		/** How wide the widest label is, in characters. */
		public int labelWidth() {
			return this.facts.stream().mapToInt((fact) -> Columns.width(fact.label())).max().orElse(0);
		}

	}

	/** One fact with its name. */
	record Fact(String label, String value) {
	}

	/** The words of a person, as they wrote them. */
	record Quote(List<String> lines) implements Block {

		@Override
		public String type() {
			return "quote";
		}

	}

	/**
	 * The way on: a button, and the same address in full.
	 *
	 * @param label what the button says
	 * @param colon as the language sets it behind the label, where there is no button
	 * @param inFull what stands before the address in full
	 * @param address where it leads
	 */
	record Button(String label, String colon, String inFull, URI address) implements Block {

		@Override
		public String type() {
			return "button";
		}

	}

	/** Something beside the matter, set apart. */
	record Note(String heading, List<String> texts) implements Block {

		@Override
		public String type() {
			return "note";
		}

	}

}
