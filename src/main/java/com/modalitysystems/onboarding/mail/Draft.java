package com.modalitysystems.onboarding.mail;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.mail.Letter.Block;
import com.modalitysystems.onboarding.mail.Letter.Fact;
import org.jspecify.annotations.Nullable;

/** A letter as it is being written, from top to bottom, by the names of its texts. */
class Draft {

	private final LetterTexts texts;

	private final List<Block> blocks = new ArrayList<>();

	private String matter = "";

	Draft(LetterTexts texts) {
		this.texts = texts;
	}

	/**
	 * The matter, where a kind of letter has several, each with a subject and a title.
	 */
	Draft about(String name) {
		this.matter = "." + name;
		return this;
	}

	Draft say(String key) {
		this.blocks.add(new Letter.Paragraph(this.texts.get(key)));
		return this;
	}

	Draft heading(String key) {
		this.blocks.add(new Letter.Heading(this.texts.get(key)));
		return this;
	}

	Draft steps(String... keys) {
		this.blocks.add(new Letter.Steps(all(keys)));
		return this;
	}

	Draft points(String... keys) {
		this.blocks.add(new Letter.Points(all(keys)));
		return this;
	}

	/**
	 * Facts, each with a text {@code fact.name} and a text {@code value.name}; those with
	 * nothing to say are left out.
	 */
	Draft facts(String... names) {
		this.blocks.add(new Letter.Facts(Stream.of(names)
			.map((name) -> new Fact(this.texts.get("fact." + name), this.texts.get("value." + name)))
			.filter((fact) -> !fact.value().isBlank())
			.toList()));
		return this;
	}

	/** Words of a person behind a sentence; nothing when there are none. */
	Draft quote(String key, @Nullable String words) {
		if (words != null && !words.isBlank()) {
			say(key);
			this.blocks.add(new Letter.Quote(words.strip().lines().map(LetterTexts::tame).toList()));
		}
		return this;
	}

	Draft button(URI address) {
		this.blocks.add(new Letter.Button(this.texts.get("button"), this.texts.get("colon"), this.texts.get("inFull"),
				address));
		return this;
	}

	Draft note(String heading, String... keys) {
		this.blocks.add(new Letter.Note(this.texts.get(heading), all(keys)));
		return this;
	}

	Letter finish(String... footer) {
		return new Letter(this.texts.locale(), this.texts.get("subject" + this.matter), this.texts.get("preheader"),
				this.texts.get("brand"), this.texts.get("title" + this.matter), List.copyOf(this.blocks),
				this.texts.get("signature"), all(footer));
	}

	private List<String> all(String... keys) {
		return Stream.of(keys).map(this.texts::get).toList();
	}

}
