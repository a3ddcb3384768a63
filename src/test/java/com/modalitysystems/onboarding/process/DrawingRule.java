package com.modalitysystems.onboarding.process;

import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What holds for every drawing. */
enum DrawingRule {

	THE_PROCESS_CARRIES_THE_NAME_OF_ITS_FILE(NameRules::process),

	WORDS_AND_IDS_ARE_THE_SAME(NameRules::words),

	EVERY_NODE_AND_EVERY_CHOICE_HAS_WORDS(NameRules::missingWords),

	FACTS_ARE_ASKED_ABOUT(NameRules::questions),

	NO_ID_IS_GENERATED(NameRules::generatedIds),

	A_STEP_IS_ITS_BEAN_AND_ITS_CLASS(EngineRules::beans),

	EVERY_STEP_HAS_ITS_OWN_TRANSACTION(EngineRules::transactions),

	EVERY_TASK_HAS_ITS_FORM(EngineRules::forms),

	EVERY_TASK_IS_FOR_A_KNOWN_GROUP(EngineRules::groups),

	MESSAGES_ARE_NAMED_AFTER_THEIR_EVENTS(EngineRules::messages),

	ERRORS_ARE_KNOWN(EngineRules::errors),

	EXPRESSIONS_USE_DECLARED_VARIABLES_AND_THE_SCHEDULE(EngineRules::expressions),

	NOTHING_IS_PROGRAMMED_IN_THE_DRAWING(EngineRules::programs),

	HISTORY_IS_CLEARED_AWAY(EngineRules::history),

	EVERY_CHOICE_IS_DECIDED(FlowRules::choices),

	EVERY_DECISION_LEADS_SOMEWHERE(FlowRules::decisions),

	NOTHING_HANGS_LOOSE(FlowRules::looseEnds),

	A_TIMER_STANDS_BESIDE_EVERY_WAIT(FlowRules::waits),

	EVERYTHING_IS_DRAWN(LayoutRules::missing),

	WORDS_HAVE_THEIR_PLACE(LayoutRules::missingPlaces),

	WORDS_FIT_INTO_THEIR_SHAPES(LayoutRules::overlongWords),

	NO_WORDS_ARE_HIDDEN(LayoutRules::hiddenWords),

	NO_TWO_SHAPES_OVERLAP(LayoutRules::overlaps),

	FLOWS_JOIN_THEIR_ENDS(LayoutRules::torn),

	FLOWS_RUN_STRAIGHT(LayoutRules::diagonals),

	NO_FLOW_CROSSES_ANOTHER(LayoutRules::crossings),

	NO_FLOW_RUNS_THROUGH_A_FOREIGN_SHAPE(LayoutRules::trespasses),

	THE_MAIN_LINE_IS_STRAIGHT(LayoutRules::mainLine);

	private final BiFunction<Drawing, Surroundings, Stream<String>> rule;

	DrawingRule(BiFunction<Drawing, Surroundings, Stream<String>> rule) {
		this.rule = rule;
	}

	/** Every breach, as a sentence. */
	Stream<String> breaches(Drawing drawing, Surroundings surroundings) {
		return this.rule.apply(drawing, surroundings);
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

}
