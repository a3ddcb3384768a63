package com.modalitysystems.onboarding.staff;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.modalitysystems.onboarding.notices.Colleague;
import com.modalitysystems.onboarding.notices.Colleagues;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;

import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Our staff, as the engine's users. */
@Component
class EngineColleagues implements Colleagues {

	private static final Set<String> READERS = Set.of(Right.SEE_ALL.groups());

	private final IdentityService identities;

	private final EngineUsers users;

	EngineColleagues(IdentityService identities, EngineUsers users) {
		this.identities = identities;
		this.users = users;
	}

	@Override
	public Optional<Colleague> find(String person) {
		List<User> found = this.identities.createUserQuery().userId(person).list();
		Set<String> groups = this.users.groupsOf(person)
			.stream()
			.map((group) -> group.getAuthority())
			.collect(Collectors.toSet());
		if (groups.stream().noneMatch(READERS::contains)) {
			return Optional.empty();
		}
		return found.stream()
			.map(User::getEmail)
			.filter(StringUtils::hasText)
			.map((email) -> new Colleague(email, groups))
			.findFirst();
	}

}
