package com.modalitysystems.onboarding.sandbox;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells the person who started the sandbox what to open. */
@Profile("sandbox")
@Component
class Welcome {

	private final Environment environment;

	Welcome(Environment environment) {
		this.environment = environment;
	}

	// for a person in front of a terminal, so it is no line of a log
	@EventListener(ApplicationReadyEvent.class)
	void greet() {
		String home = this.environment.getRequiredProperty("onboarding.public-url");
		String sandbox = this.environment.getRequiredProperty("sandbox.url");
		System.out.printf("""

				  OneMeeting Onboarding is ready, with the whole world in the box.

				    Start here             %1$s/
				    Request an onboarding  %1$s/request
				    Tasklist               %1$s/camunda/app/tasklist/   sign in as staff/staff
				    Cockpit                %1$s/camunda/app/cockpit/    sign in as manager/manager
				    The world outside      %2$s   its letters, tenants, faults and clock

				    Users: requester/requester  staff/staff  manager/manager  operator/operator
				           auditor/auditor  admin/admin  api/api
				    They exist only in the sandbox. Ctrl-C stops it; what happened is kept.

				""", home, sandbox);
	}

}
