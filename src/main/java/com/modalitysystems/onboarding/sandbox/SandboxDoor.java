package com.modalitysystems.onboarding.sandbox;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The sandbox is open to everyone on this machine. Its console shows letters in frames of
 * its own, and letters bring their styles.
 */
@Profile("sandbox")
@Configuration(proxyBeanMethods = false)
class SandboxDoor {

	private static final String POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
			+ " object-src 'none'; base-uri 'none'; frame-ancestors 'self'";

	@Bean
	@Order(0)
	SecurityFilterChain sandboxIsOpen(HttpSecurity http) throws Exception {
		return http.securityMatcher("/sandbox/**", "/sandbox")
			.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
			.csrf(AbstractHttpConfigurer::disable)
			.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
				.frameOptions(FrameOptionsConfig::sameOrigin))
			.build();
	}

}
