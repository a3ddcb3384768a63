package com.modalitysystems.onboarding.process;

import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.jspecify.annotations.Nullable;

/**
 * The engine's full history, but of variables only the declared decisions: what a form
 * shows of a person must not stay behind in the history.
 */
class DecisionsOnlyHistory extends HistoryLevelFull {

	// 0 to 3 are the engine's own levels
	private static final int ID = 44;

	@Override
	public int getId() {
		return ID;
	}

	@Override
	public String getName() {
		return "decisions-only";
	}

	@Override
	public boolean isHistoryEventProduced(HistoryEventType eventType, @Nullable Object entity) {
		if (eventType == HistoryEventTypes.FORM_PROPERTY_UPDATE) {
			return false;
		}
		if (entity instanceof VariableInstance variable) {
			return ProcessVariable.isDeclared(variable.getName());
		}
		return super.isHistoryEventProduced(eventType, entity);
	}

}
