package com.modalitysystems.onboarding.staff;

import java.util.List;

import com.modalitysystems.onboarding.customer.Secret;
import org.camunda.bpm.engine.IdentityService;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Outside the sandbox nobody is there but the administrator whom the settings appoint:
 * while there is none, anyone could make himself the first over HTTP.
 */
@Profile("!sandbox")
@Component
class AppointedPeople implements FirstPeople {

	private final People people;

	private final IdentityService identities;

	private final StaffSettings settings;

	AppointedPeople(People people, IdentityService identities, StaffSettings settings) {
		this.people = people;
		this.identities = identities;
		this.settings = settings;
	}

	@Override
	public void ensure() {
		refuseSandboxPeople();
		StaffSettings.Administrator administrator = this.settings.administrator();
		if (administrator != null) {
			appoint(administrator.id(), administrator.password());
		}
		else if (!this.people.hasAnyone(Role.ADMINISTRATOR)) {
			throw new StartRefused("There is no administrator yet, and the settings name none.",
					"Set staff.administrator.id and staff.administrator.password for the first start.");
		}
	}

	private void refuseSandboxPeople() {
		List<String> leftBehind = SandboxPeople.leftBehind(this.identities);
		if (!leftBehind.isEmpty()) {
			throw new StartRefused(
					"This database was a sandbox: it knows " + String.join(", ", leftBehind)
							+ ", whose passwords everybody knows.",
					"Use a fresh database, or set the profile sandbox if this is one.");
		}
	}

	private void appoint(String id, Secret password) {
		if (!this.people.exists(id)) {
			refuseWeak(id, password);
			this.people.create(id, id, "", password);
		}
		this.people.join(id, Role.ADMINISTRATOR);
	}

	private void refuseWeak(String id, Secret password) {
		if (!this.identities.checkPasswordAgainstPolicy(password.reveal(), this.identities.newUser(id)).isValid()) {
			throw new StartRefused("The password of the administrator is weak.",
					"Set staff.administrator.password to one of at least 10 characters, with a small and a capital"
							+ " letter, a digit and a special character, and without the administrator's name.");
		}
	}

}
