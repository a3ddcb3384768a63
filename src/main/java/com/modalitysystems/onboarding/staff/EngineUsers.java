package com.modalitysystems.onboarding.staff;

import java.util.List;

import org.camunda.bpm.engine.IdentityService;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Knows the callers of the API as the users of the engine, and their groups as what they
 * may. Whoever guesses is slowed down, by where they are: the engine would lock the user,
 * and any stranger could keep the order system out.
 */
@Component
class EngineUsers implements AuthenticationProvider {

	private static final GrantedAuthority API = new SimpleGrantedAuthority(Role.API.group());

	private final IdentityService identities;

	private final Guesses guesses;

	EngineUsers(IdentityService identities, Guesses guesses) {
		this.identities = identities;
		this.guesses = guesses;
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		String id = attempt.getName();
		String address = addressOf(attempt);
		if (this.guesses.mustWait(address)) {
			throw new BadCredentialsException("Too many wrong passwords from this address");
		}
		if (!isRight(id, String.valueOf(attempt.getCredentials()))) {
			this.guesses.wrong(address);
			throw new BadCredentialsException("Unknown user or wrong password");
		}
		List<? extends GrantedAuthority> groups = groupsOf(id);
		// a colleague's own password does not buy more guesses
		if (groups.contains(API)) {
			this.guesses.right(address);
		}
		return UsernamePasswordAuthenticationToken.authenticated(id, null, groups);
	}

	// people stay locked, for Camunda's applications know no other brake
	private boolean isRight(String id, String password) {
		if (this.identities.checkPassword(id, password)) {
			return true;
		}
		if (!groupsOf(id).contains(API)) {
			return false;
		}
		this.identities.unlockUser(id);
		return this.identities.checkPassword(id, password);
	}

	private static String addressOf(Authentication attempt) {
		return (attempt.getDetails() instanceof WebAuthenticationDetails details) ? details.getRemoteAddress() : "";
	}

	@Override
	public boolean supports(Class<?> kind) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
	}

	/** The groups of a user, as what they may; none of a user who is no more. */
	List<? extends GrantedAuthority> groupsOf(String id) {
		return this.identities.createGroupQuery()
			.groupMember(id)
			.list()
			.stream()
			.map((group) -> new SimpleGrantedAuthority(group.getId()))
			.toList();
	}

}
