package com.modalitysystems.onboarding.staff;

import java.util.List;

import com.modalitysystems.onboarding.staff.StaffSettings.SignIn;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** The tokens with which other systems call the API: made by the provider, and for us. */
class BearerTokens {

	private final SignIn settings;

	BearerTokens(SignIn settings) {
		this.settings = settings;
	}

	/**
	 * Takes what the provider signed for us; it is asked for its keys when first needed.
	 */
	JwtDecoder decoder() {
		return new SupplierJwtDecoder(() -> {
			String issuer = this.settings.issuer().toString();
			NimbusJwtDecoder decoder = JwtDecoders.fromIssuerLocation(issuer);
			decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(JwtValidators.createDefaultWithIssuer(issuer),
					new JwtClaimValidator<List<String>>(JwtClaimNames.AUD,
							(audience) -> audience != null && audience.contains(this.settings.audienceOfTheApi()))));
			return decoder;
		});
	}

	AbstractAuthenticationToken whoCalls(Jwt token) {
		List<SimpleGrantedAuthority> groups = this.settings.roles()
			.of(Claims.texts(token.getClaim(this.settings.rolesClaim())))
			.stream()
			.map((role) -> new SimpleGrantedAuthority(role.group()))
			.toList();
		return new JwtAuthenticationToken(token, groups, token.getClaimAsString(this.settings.userClaim()));
	}

}
