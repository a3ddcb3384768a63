package com.modalitysystems.onboarding.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static com.modalitysystems.onboarding.process.DrawingRule.A_STEP_IS_ITS_BEAN_AND_ITS_CLASS;
import static com.modalitysystems.onboarding.process.DrawingRule.A_TIMER_STANDS_BESIDE_EVERY_WAIT;
import static com.modalitysystems.onboarding.process.DrawingRule.ERRORS_ARE_KNOWN;
import static com.modalitysystems.onboarding.process.DrawingRule.EVERYTHING_IS_DRAWN;
import static com.modalitysystems.onboarding.process.DrawingRule.EVERY_CHOICE_IS_DECIDED;
import static com.modalitysystems.onboarding.process.DrawingRule.EVERY_DECISION_LEADS_SOMEWHERE;
import static com.modalitysystems.onboarding.process.DrawingRule.EVERY_NODE_AND_EVERY_CHOICE_HAS_WORDS;
import static com.modalitysystems.onboarding.process.DrawingRule.EVERY_STEP_HAS_ITS_OWN_TRANSACTION;
import static com.modalitysystems.onboarding.process.DrawingRule.EVERY_TASK_HAS_ITS_FORM;
import static com.modalitysystems.onboarding.process.DrawingRule.EVERY_TASK_IS_FOR_A_KNOWN_GROUP;
import static com.modalitysystems.onboarding.process.DrawingRule.EXPRESSIONS_USE_DECLARED_VARIABLES_AND_THE_SCHEDULE;
import static com.modalitysystems.onboarding.process.DrawingRule.FACTS_ARE_ASKED_ABOUT;
import static com.modalitysystems.onboarding.process.DrawingRule.FLOWS_JOIN_THEIR_ENDS;
import static com.modalitysystems.onboarding.process.DrawingRule.FLOWS_RUN_STRAIGHT;
import static com.modalitysystems.onboarding.process.DrawingRule.HISTORY_IS_CLEARED_AWAY;
import static com.modalitysystems.onboarding.process.DrawingRule.MESSAGES_ARE_NAMED_AFTER_THEIR_EVENTS;
import static com.modalitysystems.onboarding.process.DrawingRule.NOTHING_HANGS_LOOSE;
import static com.modalitysystems.onboarding.process.DrawingRule.NOTHING_IS_PROGRAMMED_IN_THE_DRAWING;
import static com.modalitysystems.onboarding.process.DrawingRule.NO_FLOW_CROSSES_ANOTHER;
import static com.modalitysystems.onboarding.process.DrawingRule.NO_FLOW_RUNS_THROUGH_A_FOREIGN_SHAPE;
import static com.modalitysystems.onboarding.process.DrawingRule.NO_ID_IS_GENERATED;
import static com.modalitysystems.onboarding.process.DrawingRule.NO_TWO_SHAPES_OVERLAP;
import static com.modalitysystems.onboarding.process.DrawingRule.NO_WORDS_ARE_HIDDEN;
import static com.modalitysystems.onboarding.process.DrawingRule.THE_MAIN_LINE_IS_STRAIGHT;
import static com.modalitysystems.onboarding.process.DrawingRule.THE_PROCESS_CARRIES_THE_NAME_OF_ITS_FILE;
import static com.modalitysystems.onboarding.process.DrawingRule.WORDS_AND_IDS_ARE_THE_SAME;
import static com.modalitysystems.onboarding.process.DrawingRule.WORDS_FIT_INTO_THEIR_SHAPES;
import static com.modalitysystems.onboarding.process.DrawingRule.WORDS_HAVE_THEIR_PLACE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every rule for drawings is seen red: by a sound drawing in which one thing is broken.
 */
class DrawingRulesTests {

	static final Path SOUND = Path.of("src/test/resources/com/modalitysystems/onboarding/process/sound");

	static final Surroundings SURROUNDINGS = new Surroundings(SOUND.resolve("forms"), "openDoor"::equals,
			"visitorShown"::equals, Set.of("doormen"), Set.of("doorStuck"), "decision"::equals);

	@ParameterizedTest
	@EnumSource
	void aSoundDrawingKeeps(DrawingRule rule) {
		assertThat(rule.breaches(Drawing.read(SOUND.resolve("bpmn/visit.bpmn")), SURROUNDINGS)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("breaks")
	void aBrokenDrawingBreaks(Break breach) throws IOException {
		String sound = Files.readString(SOUND.resolve("bpmn/visit.bpmn"));
		assertThat(sound).contains(breach.sound());
		Drawing broken = Drawing.of("visit", sound.replace(breach.sound(), breach.broken()));
		assertThat(breach.rule().breaches(broken, SURROUNDINGS)).contains(breach.sentence());
	}

	@Test
	void everyRuleIsSeenRed() {
		assertThat(breaks().map(Break::rule)).contains(DrawingRule.values());
	}

	static Stream<Break> breaks() {
		return Stream.of(
				new Break(THE_PROCESS_CARRIES_THE_NAME_OF_ITS_FILE, "\"visit\"", "\"call\"",
						"process call stands in visit.bpmn"),
				new Break(WORDS_AND_IDS_ARE_THE_SAME, "name=\"Open door\"", "name=\"Open the door\"",
						"openDoor is drawn as \"Open the door\""),
				new Break(EVERY_NODE_AND_EVERY_CHOICE_HAS_WORDS, "name=\"Door stuck\" attached", "attached",
						"doorStuck has no words"),
				new Break(EVERY_NODE_AND_EVERY_CHOICE_HAS_WORDS, "name=\"yes\"", "name=\" \"", "approved has no words"),
				new Break(FACTS_ARE_ASKED_ABOUT, "approved?", "approved",
						"visitApproved does not ask: \"Visit approved\""),
				new Break(NO_ID_IS_GENERATED, "\"toOpenDoor\"", "\"Flow_0k3j9ab\"", "Flow_0k3j9ab looks generated"),
				new Break(A_STEP_IS_ITS_BEAN_AND_ITS_CLASS, "${openDoor}", "${doorOpener}",
						"openDoor is not the bean and the class of its name"),
				new Break(A_STEP_IS_ITS_BEAN_AND_ITS_CLASS, "openDoor", "closeDoor",
						"closeDoor is not the bean and the class of its name"),
				new Break(A_STEP_IS_ITS_BEAN_AND_ITS_CLASS, "${visitorShown}", "${visitorHidden}",
						"no bean listens as ${visitorHidden}"),
				new Break(EVERY_STEP_HAS_ITS_OWN_TRANSACTION, "asyncBefore", "asyncAfter",
						"openDoor is not asyncBefore"),
				new Break(EVERY_TASK_HAS_ITS_FORM, "formRef=\"approveVisit\"", "formRef=\"visit\"",
						"approveVisit does not have the form of its name"),
				new Break(EVERY_TASK_HAS_ITS_FORM, "\"approveVisit\"", "\"permitVisit\"",
						"permitVisit does not have the form of its name"),
				new Break(EVERY_TASK_HAS_ITS_FORM, "formRefBinding=\"deployment\"", "formRefBinding=\"latest\"",
						"approveVisit does not have the form of its name"),
				new Break(EVERY_TASK_HAS_ITS_FORM, "formRef=\"visit\"", "formRef=\"call\"",
						"visitRequested has a form that does not exist"),
				new Break(EVERY_TASK_IS_FOR_A_KNOWN_GROUP, "\"doormen\"", "\"doormen,cooks\"",
						"approveVisit is for [doormen, cooks]"),
				new Break(EVERY_TASK_IS_FOR_A_KNOWN_GROUP, "camunda:candidateGroups=\"doormen\"", "",
						"approveVisit is for []"),
				new Break(MESSAGES_ARE_NAMED_AFTER_THEIR_EVENTS, "name=\"visitorArrived\"", "name=\"somebodyArrived\"",
						"visitorArrived waits for a message of another name"),
				new Break(MESSAGES_ARE_NAMED_AFTER_THEIR_EVENTS, "messageRef=\"cancellationRequestedMessage\"", "",
						"cancellationRequested waits for a message of another name"),
				new Break(ERRORS_ARE_KNOWN, "errorCode=\"doorStuck\"", "errorCode=\"doorGone\"",
						"error doorGone is not known"),
				new Break(ERRORS_ARE_KNOWN, "errorRef=\"doorStuckCode\"", "", "error of any code is not known"),
				new Break(EXPRESSIONS_USE_DECLARED_VARIABLES_AND_THE_SCHEDULE, "decision ==", "mood ==",
						"an expression uses mood, which is not declared"),
				new Break(EXPRESSIONS_USE_DECLARED_VARIABLES_AND_THE_SCHEDULE, "schedule.visit", "calendar.visit",
						"an expression uses calendar, which is not declared"),
				new Break(EXPRESSIONS_USE_DECLARED_VARIABLES_AND_THE_SCHEDULE, "schedule.approvalDue(execution)",
						"execution.getVariable('x')", "an expression uses execution, which is not declared"),
				new Break(NOTHING_IS_PROGRAMMED_IN_THE_DRAWING, "camunda:delegateExpression=\"${openDoor}\"",
						"camunda:class=\"OpenDoor\"", "the drawing carries a class"),
				new Break(NOTHING_IS_PROGRAMMED_IN_THE_DRAWING, "camunda:delegateExpression=\"${openDoor}\"",
						"camunda:expression=\"${door.open()}\"", "the drawing carries a expression"),
				new Break(NOTHING_IS_PROGRAMMED_IN_THE_DRAWING, "delegateExpression=\"${visitorShown}\"",
						"class=\"VisitorShown\"", "the drawing carries a class"),
				new Break(NOTHING_IS_PROGRAMMED_IN_THE_DRAWING, "<camunda:taskListener delegate",
						"<camunda:connector /><camunda:taskListener delegate", "the drawing carries a connector"),
				new Break(NOTHING_IS_PROGRAMMED_IN_THE_DRAWING, "bpmn:serviceTask", "bpmn:scriptTask",
						"the drawing carries a scriptTask"),
				new Break(NOTHING_IS_PROGRAMMED_IN_THE_DRAWING, "<bpmn:conditionExpression",
						"<bpmn:conditionExpression language=\"groovy\"", "the drawing carries a language"),
				new Break(HISTORY_IS_CLEARED_AWAY, "camunda:historyTimeToLive=\"P30D\"", "",
						"visit is not executable or has no historyTimeToLive"),
				new Break(EVERY_CHOICE_IS_DECIDED, "default=\"refused\"", "",
						"refused has no condition and is not the default"),
				new Break(EVERY_DECISION_LEADS_SOMEWHERE, "'approve'", "'aprove'",
						"visitApproved decides by [aprove], the form offers [approve, refuse]"),
				new Break(EVERY_DECISION_LEADS_SOMEWHERE, "'approve'", "'refuse' or decision == 'approve'",
						"visitApproved decides by [refuse, approve], the form offers [approve, refuse]"),
				new Break(NOTHING_HANGS_LOOSE, "sourceRef=\"doorStuck\"", "sourceRef=\"visitOverdue\"",
						"doorStuck leads nowhere"),
				new Break(NOTHING_HANGS_LOOSE, "targetRef=\"visitFailed\"", "targetRef=\"visitRefused\"",
						"nothing leads to visitFailed"),
				new Break(A_TIMER_STANDS_BESIDE_EVERY_WAIT, "camunda:dueDate=", "camunda:priority=",
						"approveVisit waits without a timer"),
				new Break(A_TIMER_STANDS_BESIDE_EVERY_WAIT, "targetRef=\"visitOverdue\"", "targetRef=\"visitExpired\"",
						"awaitVisitor waits without a timer"),
				new Break(A_TIMER_STANDS_BESIDE_EVERY_WAIT, "bpmn:eventBasedGateway", "bpmn:parallelGateway",
						"visitorArrived waits without a timer"),
				new Break(A_TIMER_STANDS_BESIDE_EVERY_WAIT, "bpmn:serviceTask", "bpmn:receiveTask",
						"openDoor waits without a timer"),
				new Break(EVERYTHING_IS_DRAWN, "bpmnElement=\"visitFailed\"", "bpmnElement=\"visit\"",
						"visitFailed is not drawn"),
				new Break(EVERYTHING_IS_DRAWN, "bpmnElement=\"approved\"", "bpmnElement=\"visit\"",
						"approved is not drawn"),
				new Break(WORDS_HAVE_THEIR_PLACE, LABEL_OF_YES, "", "the words of approved have no place"),
				new Break(WORDS_FIT_INTO_THEIR_SHAPES, "Open door", "Open the front door of the whole house at last",
						"the words of openDoor do not fit"),
				new Break(WORDS_FIT_INTO_THEIR_SHAPES, "Open door", "Unhurriedlyopendoor",
						"the words of openDoor do not fit"),
				new Break(NO_WORDS_ARE_HIDDEN, "x=\"564\" y=\"100\"", "x=\"564\" y=\"112\"",
						"the words of approved lie on approved"),
				new Break(NO_WORDS_ARE_HIDDEN, "x=\"564\" y=\"100\"", "x=\"535\" y=\"100\"",
						"the words of approved lie on visitApproved"),
				new Break(NO_WORDS_ARE_HIDDEN, "x=\"593\" y=\"69\"", "x=\"530\" y=\"69\"",
						"the words of visitApproved lie on those of awaitVisitor"),
				new Break(NO_TWO_SHAPES_OVERLAP, "x=\"340\" y=\"78\"", "x=\"280\" y=\"78\"",
						"openDoor overlaps approveVisit"),
				new Break(NO_TWO_SHAPES_OVERLAP, "x=\"382\" y=\"342\"", "x=\"470\" y=\"342\"",
						"cancellation overlaps visitCancelled"),
				new Break(FLOWS_JOIN_THEIR_ENDS, "x=\"340\" y=\"118\"", "x=\"330\" y=\"118\"",
						"toApproveVisit does not join openDoor and approveVisit"),
				new Break(FLOWS_JOIN_THEIR_ENDS, "x=\"440\" y=\"118\"", "x=\"390\" y=\"118\"",
						"toVisitApproved does not join approveVisit and visitApproved"),
				new Break(FLOWS_RUN_STRAIGHT, "x=\"340\" y=\"118\"", "x=\"340\" y=\"130\"",
						"toApproveVisit runs askew"),
				new Break(NO_FLOW_CROSSES_ANOTHER, "<di:waypoint x=\"240\" y=\"212\" />",
						"<di:waypoint x=\"240\" y=\"190\" /><di:waypoint x=\"470\" y=\"190\" />"
								+ "<di:waypoint x=\"470\" y=\"100\" /><di:waypoint x=\"240\" y=\"100\" />",
						"toVisitApproved crosses toVisitFailed"),
				new Break(NO_FLOW_CROSSES_ANOTHER, "<di:waypoint x=\"625\" y=\"218\" />",
						"<di:waypoint x=\"625\" y=\"180\" /><di:waypoint x=\"670\" y=\"180\" />"
								+ "<di:waypoint x=\"670\" y=\"80\" /><di:waypoint x=\"670\" y=\"218\" />",
						"toVisitorArrived crosses toVisitOverdue"),
				new Break(NO_FLOW_RUNS_THROUGH_A_FOREIGN_SHAPE, "<di:waypoint x=\"240\" y=\"212\" />",
						"<di:waypoint x=\"240\" y=\"100\" />", "toVisitFailed runs through openDoor"),
				new Break(THE_MAIN_LINE_IS_STRAIGHT, "<di:waypoint x=\"340\" y=\"118\" />",
						"<di:waypoint x=\"315\" y=\"118\" /><di:waypoint x=\"315\" y=\"130\" />"
								+ "<di:waypoint x=\"340\" y=\"130\" />",
						"no straight line leads from visitRequested to an end"));
	}

	private static final String LABEL_OF_YES = """
			        <bpmndi:BPMNLabel>
			          <dc:Bounds x="564" y="100" width="17" height="14" />
			        </bpmndi:BPMNLabel>
			""";

	record Break(DrawingRule rule, String sound, String broken, String sentence) {

		@Override
		public String toString() {
			return this.sentence;
		}

	}

}
