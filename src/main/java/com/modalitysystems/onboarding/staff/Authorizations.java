package com.modalitysystems.onboarding.staff;

import com.modalitysystems.onboarding.staff.Grants.Grant;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Writes down in the engine what a role may do. Writing it twice changes nothing. */
@Component
class Authorizations {

	private final AuthorizationService authorizations;

	Authorizations(AuthorizationService authorizations) {
		this.authorizations = authorizations;
	}

	void ensure(Grant grant) {
		Authorization authorization = find(grant);
		if (authorization == null) {
			authorization = this.authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
			authorization.setGroupId(grant.role().group());
			authorization.setResource(grant.resource());
			authorization.setResourceId(grant.id());
		}
		authorization.setPermissions(grant.permissions());
		this.authorizations.saveAuthorization(authorization);
	}

	private @Nullable Authorization find(Grant grant) {
		return this.authorizations.createAuthorizationQuery()
			.authorizationType(Authorization.AUTH_TYPE_GRANT)
			.groupIdIn(grant.role().group())
			.resourceType(grant.resource())
			.resourceId(grant.id())
			.singleResult();
	}

}
