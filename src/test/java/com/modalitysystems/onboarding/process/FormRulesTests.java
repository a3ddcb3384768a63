package com.modalitysystems.onboarding.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static com.modalitysystems.onboarding.process.FormRule.A_DECISION_MUST_BE_TAKEN;
import static com.modalitysystems.onboarding.process.FormRule.A_FORM_CARRIES_THE_NAME_OF_ITS_FILE;
import static com.modalitysystems.onboarding.process.FormRule.EVERY_FIELD_HAS_A_LABEL;
import static com.modalitysystems.onboarding.process.FormRule.NO_TWO_FIELDS_HAVE_ONE_KEY;
import static com.modalitysystems.onboarding.process.FormRule.ONLY_A_DECISION_IS_NAMED_LIKE_ONE;
import static com.modalitysystems.onboarding.process.FormRule.TASKLIST_KNOWS_EVERY_COMPONENT;
import static com.modalitysystems.onboarding.process.FormRule.TEXTS_SHOW_NOTHING_THAT_WAS_TYPED;
import static org.assertj.core.api.Assertions.assertThat;

/** Every rule for forms is seen red: by a sound form in which one thing is broken. */
class FormRulesTests {

	private static final Path SOUND = DrawingRulesTests.SOUND.resolve("forms/approveVisit.form");

	@ParameterizedTest
	@EnumSource
	void aSoundFormKeeps(FormRule rule) {
		assertThat(rule.breaches(StaffForm.read(SOUND), DrawingRulesTests.SURROUNDINGS)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("breaks")
	void aBrokenFormBreaks(Break breach) throws IOException {
		String sound = Files.readString(SOUND);
		assertThat(sound).contains(breach.sound());
		StaffForm broken = StaffForm.of("approveVisit", sound.replace(breach.sound(), breach.broken()));
		assertThat(breach.rule().breaches(broken, DrawingRulesTests.SURROUNDINGS)).containsExactly(breach.sentence());
	}

	@Test
	void everyRuleIsSeenRed() {
		assertThat(breaks().map(Break::rule)).contains(FormRule.values());
	}

	static Stream<Break> breaks() {
		return Stream.of(
				new Break(A_FORM_CARRIES_THE_NAME_OF_ITS_FILE, "\"approveVisit\"", "\"refuseVisit\"",
						"form refuseVisit stands in approveVisit.form"),
				new Break(TASKLIST_KNOWS_EVERY_COMPONENT, "\"type\": \"radio\"", "\"type\": \"html\"",
						"Tasklist does not show a html"),
				new Break(EVERY_FIELD_HAS_A_LABEL, "\"label\": \"Visitor\"", "\"label\": \"\"", "visitor has no label"),
				new Break(NO_TWO_FIELDS_HAVE_ONE_KEY, "\"key\": \"decision\"", "\"key\": \"visitor\"",
						"two fields are called visitor"),
				new Break(ONLY_A_DECISION_IS_NAMED_LIKE_ONE, "\"key\": \"visitor\"", "\"key\": \"decision\"",
						"decision is only shown and named like a decision"),
				new Break(A_DECISION_MUST_BE_TAKEN, "\"required\": true", "\"required\": false",
						"decision may be left open"),
				new Break(TEXTS_SHOW_NOTHING_THAT_WAS_TYPED, "{{reference}}", "{{reference}} of {{visitor}}",
						"a text shows a value: # Visit {{reference}} of {{visitor}}"),
				new Break(TEXTS_SHOW_NOTHING_THAT_WAS_TYPED, "# Visit {{reference}}", "=visitor",
						"a text shows a value: =visitor"));
	}

	record Break(FormRule rule, String sound, String broken, String sentence) {

		@Override
		public String toString() {
			return this.sentence;
		}

	}

}
