package com.modalitysystems.onboarding.staff;

import com.modalitysystems.onboarding.customer.Secret;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;

import org.springframework.stereotype.Component;

/** Who there is: the engine's users and groups. Each act here may be repeated. */
@Component
class People {

	private final IdentityService identities;

	People(IdentityService identities) {
		this.identities = identities;
	}

	void ensure(Role role) {
		if (this.identities.createGroupQuery().groupId(role.group()).count() == 0) {
			Group group = this.identities.newGroup(role.group());
			group.setName(role.title());
			group.setType(role.kind());
			this.identities.saveGroup(group);
		}
	}

	boolean exists(String id) {
		return this.identities.createUserQuery().userId(id).count() > 0;
	}

	boolean hasAnyone(Role role) {
		return this.identities.createUserQuery().memberOfGroup(role.group()).count() > 0;
	}

	void create(String id, String firstName, String lastName, Secret password) {
		User user = this.identities.newUser(id);
		user.setFirstName(firstName);
		user.setLastName(lastName);
		user.setPassword(password.reveal());
		this.identities.saveUser(user);
	}

	/** Where somebody is written to. */
	void reachAt(String id, String email) {
		User user = this.identities.createUserQuery().userId(id).singleResult();
		user.setEmail(email);
		this.identities.saveUser(user);
	}

	void join(String id, Role role) {
		if (this.identities.createUserQuery().userId(id).memberOfGroup(role.group()).count() == 0) {
			this.identities.createMembership(id, role.group());
		}
	}

}
