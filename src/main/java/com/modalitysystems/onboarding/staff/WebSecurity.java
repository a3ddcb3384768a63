package com.modalitysystems.onboarding.staff;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Who may call which door. */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

	/**
	 * The API knows its callers by HTTP Basic; Camunda's applications guard themselves;
	 * customers' pages are open or guarded by the secret in their link. No page of ours
	 * relies on a session, so there is nothing to forge a request with.
	 */
	@Bean
	SecurityFilterChain doors(HttpSecurity http) throws Exception {
		return http.authorizeHttpRequests(
				requests -> requests.requestMatchers("/api/**").hasAuthority("onboarding-api").anyRequest().permitAll())
			.httpBasic(Customizer.withDefaults())
			.csrf(AbstractHttpConfigurer::disable)
			.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.build();
	}

}
