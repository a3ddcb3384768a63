package com.modalitysystems.onboarding.staff;

import java.util.List;

import org.camunda.bpm.engine.IdentityService;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Knows the callers of the API as the users of the engine, and their groups as what they
 * may. The engine slows down whoever guesses.
 */
@Component
class EngineUsers implements AuthenticationProvider {

	private final IdentityService identities;

	EngineUsers(IdentityService identities) {
		this.identities = identities;
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		String id = attempt.getName();
		if (!this.identities.checkPassword(id, String.valueOf(attempt.getCredentials()))) {
			throw new BadCredentialsException("Unknown user or wrong password");
		}
		return UsernamePasswordAuthenticationToken.authenticated(id, null, groupsOf(id));
	}

	@Override
	public boolean supports(Class<?> kind) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
	}

	private List<? extends GrantedAuthority> groupsOf(String id) {
		return this.identities.createGroupQuery()
			.groupMember(id)
			.list()
			.stream()
			.map((group) -> new SimpleGrantedAuthority(group.getId()))
			.toList();
	}

}
