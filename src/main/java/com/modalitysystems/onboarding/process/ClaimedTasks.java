package com.modalitysystems.onboarding.process;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who completes a task has claimed it. Tasklist shows the button to nobody else, but the
 * engine would let every colleague do it over HTTP, and the trail would not name them.
 */
@Component
class ClaimedTasks {

	private final IdentityService identities;

	private final Sentences sentences;

	ClaimedTasks(IdentityService identities, Sentences sentences) {
		this.identities = identities;
		this.sentences = sentences;
	}

	@EventListener
	void refuseOthers(DelegateTask task) {
		if (TaskListener.EVENTNAME_COMPLETE.equals(task.getEventName()) && !isClaimedByTheCaller(task)) {
			throw new RefusedToStaff(
					this.sentences.say((task.getAssignee() != null) ? "task.claimedByAnother" : "task.unclaimed"));
		}
	}

	// the engine itself, at work for nobody, is nobody's rival
	private boolean isClaimedByTheCaller(DelegateTask task) {
		var caller = this.identities.getCurrentAuthentication();
		return caller == null || caller.getUserId() == null || caller.getUserId().equals(task.getAssignee());
	}

}
