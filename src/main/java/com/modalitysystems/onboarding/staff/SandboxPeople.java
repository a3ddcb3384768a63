package com.modalitysystems.onboarding.staff;

import java.util.List;

import com.modalitysystems.onboarding.customer.Secret;
import org.camunda.bpm.engine.IdentityService;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The people of the sandbox, whose passwords everybody knows. Each carries a mark, so
 * that a database which was a sandbox once is known elsewhere.
 */
@Profile("sandbox")
@Component
class SandboxPeople implements FirstPeople {

	private static final String MARK = "sandbox";

	private static final List<Person> EVERYBODY = List.of(new Person("requester", "Rita", "Requester", Role.REQUESTER),
			new Person("staff", "Sam", "Staff", Role.STAFF), new Person("manager", "Mara", "Manager", Role.MANAGER),
			new Person("operator", "Otto", "Operator", Role.OPERATOR),
			new Person("auditor", "Aino", "Auditor", Role.AUDITOR),
			new Person("admin", "Ada", "Administrator", Role.ADMINISTRATOR),
			new Person("api", "Service", "System", Role.API));

	private final People people;

	private final IdentityService identities;

	SandboxPeople(People people, IdentityService identities) {
		this.people = people;
		this.identities = identities;
	}

	@Override
	public void ensure() {
		EVERYBODY.forEach(this::ensure);
	}

	private void ensure(Person person) {
		if (!this.people.exists(person.id())) {
			this.people.create(person.id(), person.firstName(), person.lastName(), Secret.of(person.id()));
			this.people.reachAt(person.id(), person.id() + "@videosrv.net");
			this.identities.setUserInfo(person.id(), MARK, "true");
		}
		this.people.join(person.id(), person.role());
	}

	/** Those who were left behind in this database. */
	static List<String> leftBehind(IdentityService identities) {
		return EVERYBODY.stream().map(Person::id).filter((id) -> identities.getUserInfo(id, MARK) != null).toList();
	}

	private record Person(String id, String firstName, String lastName, Role role) {
	}

}
