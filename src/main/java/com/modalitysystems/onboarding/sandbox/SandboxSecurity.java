package com.modalitysystems.onboarding.sandbox;

import java.util.stream.Collectors;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Keeps the application's sign-in away from the sandbox: the simulated services check who
 * calls them themselves, as the real ones do.
 */
@Profile("sandbox")
@Configuration(proxyBeanMethods = false)
class SandboxSecurity {

	@Bean
	@Order(0)
	SecurityFilterChain sandboxDoors(HttpSecurity http, SandboxSettings settings) throws Exception {
		return http.securityMatcher("/sandbox/**")
			.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			// letters are shown in a frame
			.headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
				.contentSecurityPolicy(csp -> csp.policyDirectives(policy(settings)))
				.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
			.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.build();
	}

	// browsers apply form-action to where the answer to a form redirects, too
	private static String policy(SandboxSettings settings) {
		String back = settings.redirectUris()
			.stream()
			.map(uri -> uri.resolve("/").toString())
			.collect(Collectors.joining(" "));
		return "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'self'; form-action 'self' "
				+ back;
	}

}
