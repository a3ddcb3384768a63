package com.modalitysystems.onboarding.staff;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import com.modalitysystems.onboarding.customer.Secret;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;

import org.springframework.security.oauth2.core.oidc.StandardClaimAccessor;
import org.springframework.stereotype.Component;

/** Who there is: the engine's users and groups. Each act here may be repeated. */
@Component
class People {

	/** What the engine takes as a name. */
	private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9@._-]{1,64}");

	/** Under this name the engine keeps who names a user. */
	private static final String ISSUER = "issuer";

	private static final SecureRandom RANDOM = new SecureRandom();

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

	/**
	 * Somebody whom the OpenID provider names comes in.
	 * @param issuer the provider
	 * @param id how the provider names them for good
	 * @param claims what it says of them
	 * @param roles what they may be
	 * @return whether they may come in under this name; whoever has a password here may
	 * not, for somebody else could take their place
	 */
	boolean welcome(String issuer, String id, StandardClaimAccessor claims, Set<Role> roles) {
		if (!NAME.matcher(id).matches()) {
			return false;
		}
		if (!exists(id)) {
			create(id, "", "", Secret.of(unknowable()));
			this.identities.setUserInfo(id, ISSUER, issuer);
		}
		if (!issuer.equals(this.identities.getUserInfo(id, ISSUER))) {
			return false;
		}
		User user = this.identities.createUserQuery().userId(id).singleResult();
		user.setFirstName(Objects.requireNonNullElse(claims.getGivenName(), ""));
		user.setLastName(Objects.requireNonNullElseGet(claims.getFamilyName(),
				() -> Objects.requireNonNullElse(claims.getFullName(), id)));
		user.setEmail(claims.getEmail());
		this.identities.saveUser(user);
		be(id, roles);
		return true;
	}

	// nobody signs in with it
	private static String unknowable() {
		byte[] bits = new byte[32];
		RANDOM.nextBytes(bits);
		return Base64.getUrlEncoder().encodeToString(bits) + "-aA1";
	}

	/** Somebody is exactly this, and nothing else any more. */
	void be(String id, Set<Role> roles) {
		for (Role role : Role.values()) {
			if (roles.contains(role)) {
				join(id, role);
			}
			else {
				this.identities.deleteMembership(id, role.group());
			}
		}
	}

	void join(String id, Role role) {
		if (this.identities.createUserQuery().userId(id).memberOfGroup(role.group()).count() == 0) {
			this.identities.createMembership(id, role.group());
		}
	}

}
