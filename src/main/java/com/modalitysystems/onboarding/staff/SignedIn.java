package com.modalitysystems.onboarding.staff;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;

import com.modalitysystems.onboarding.staff.StaffSettings.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Takes in whoever the provider says has a role here: as a user of the engine, in exactly
 * the groups of their roles, and with a session of Camunda's applications under a new
 * name.
 */
@Component
@ConditionalOnProperty("staff.sign-in.issuer")
class SignedIn implements AuthenticationSuccessHandler {

	private static final Logger LOGGER = LoggerFactory.getLogger(SignedIn.class);

	private final SignIn settings;

	private final People people;

	SignedIn(StaffSettings settings, People people) {
		this.settings = Objects.requireNonNull(settings.signIn(), "There is no single sign-on without a provider");
		this.people = people;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication signedIn) throws IOException {
		OidcUser user = (OidcUser) Objects.requireNonNull(signedIn.getPrincipal());
		Set<Role> roles = this.settings.roles().of(Claims.texts(user.getClaim(this.settings.rolesClaim())));
		String id = user.getClaimAsString(this.settings.userClaim());
		if (roles.isEmpty()) {
			LOGGER.warn("Somebody signed in whose claim {} gives no role here", this.settings.rolesClaim());
			response.sendRedirect(SingleSignOn.PAGE + "?why=noRole");
		}
		else if (id == null || !this.people.welcome(this.settings.issuer().toString(), id, user, roles)) {
			LOGGER.warn("Somebody signed in whose claim {} names nobody, or somebody who has a password here",
					this.settings.userClaim());
			response.sendRedirect(SingleSignOn.PAGE + "?why=noName");
		}
		else {
			AuthenticationUtil.revalidateSession(request,
					AuthenticationUtil.createAuthentication(SignedInAtTasklist.ENGINE, id));
			response.sendRedirect("/camunda/app/tasklist/");
		}
	}

	/** The provider said no, or what came back was not what we had asked for. */
	static void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
			throws IOException {
		LOGGER.warn("A sign-in at the OpenID provider failed: {}", why.getMessage());
		response.sendRedirect(SingleSignOn.PAGE + "?why=failed");
	}

}
