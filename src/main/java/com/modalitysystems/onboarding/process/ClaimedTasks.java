package com.modalitysystems.onboarding.process;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What somebody has claimed nobody else completes. Tasklist hides the button, but the
 * engine would let every colleague do it over HTTP, and the trail would name the one who
 * claimed.
 */
@Component
class ClaimedTasks {

	private final IdentityService identities;

	ClaimedTasks(IdentityService identities) {
		this.identities = identities;
	}

	@EventListener
	void refuseAnother(DelegateTask task) {
		if (TaskListener.EVENTNAME_COMPLETE.equals(task.getEventName()) && isClaimedByAnother(task)) {
			throw new AuthorizationException("Somebody else has claimed this task. Claim it before you complete it.");
		}
	}

	// the engine itself, at work for nobody, is nobody's rival
	private boolean isClaimedByAnother(DelegateTask task) {
		var caller = this.identities.getCurrentAuthentication();
		return caller != null && caller.getUserId() != null && task.getAssignee() != null
				&& !task.getAssignee().equals(caller.getUserId());
	}

}
