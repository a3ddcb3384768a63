package com.modalitysystems.onboarding.staff;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may call which door. A door that does not stand here is not found.
 * <p>
 * The API knows its callers by HTTP Basic; Camunda's applications guard themselves;
 * customers' pages are open or guarded by the secret in their link. No page of ours
 * relies on a session, so there is nothing to forge a request with.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

	private static final String[] OPEN = { "/", "/request/**", "/setup/**", "/consent/callback", "/v3/api-docs/**",
			"/actuator/health/**" };

	private static final String[] SHUT = { "/camunda/api/admin/setup/**",
			"/camunda/api/engine/engine/*/task/*/bpmnError", "/camunda/api/engine/engine/*/task/*/bpmnEscalation",
			"/camunda/api/engine/engine/*/task/*/comment/create",
			"/camunda/api/engine/engine/*/task/*/attachment/create" };

	private static final String[] FILES = { "/css/**", "/js/**", "/images/**", "/fonts/**", "/favicon.ico",
			"/favicon.svg", "/robots.txt" };

	// Camunda brings servlets of its own, and a pattern of Spring MVC sees only Spring's
	@Bean
	PathPatternRequestMatcherBuilderFactoryBean wholePaths() {
		return new PathPatternRequestMatcherBuilderFactoryBean();
	}

	@Bean
	@Order(1)
	SecurityFilterChain api(HttpSecurity http, Problems problems) throws Exception {
		return plain(http.securityMatcher("/api/**"))
			.authorizeHttpRequests((requests) -> requests.anyRequest().hasAuthority(Role.API.group()))
			.httpBasic((basic) -> basic.authenticationEntryPoint(problems))
			.exceptionHandling(
					(turnedAway) -> turnedAway.authenticationEntryPoint(problems).accessDeniedHandler(problems))
			.headers((headers) -> headers.contentSecurityPolicy(
					(policy) -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
			.build();
	}

	/**
	 * Camunda's applications sign their users in and set their headers themselves; but
	 * the page that makes the first administrator stays shut, for there always is one.
	 */
	@Bean
	@Order(2)
	SecurityFilterChain camunda(HttpSecurity http) throws Exception {
		return plain(http.securityMatcher("/camunda/**"))
			.authorizeHttpRequests((requests) -> requests.requestMatchers(SHUT).denyAll().anyRequest().permitAll())
			.exceptionHandling(WebSecurity::notFound)
			.headers((headers) -> headers.defaultsDisabled().httpStrictTransportSecurity((strict) -> {
			}).referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
			.build();
	}

	/** The console shows letters in frames; a letter brings a policy of its own. */
	@Bean
	@Order(3)
	@Profile("sandbox")
	SecurityFilterChain sandbox(HttpSecurity http, StaffSettings settings) throws Exception {
		return plain(http.securityMatcher("/sandbox/**"))
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.headers((headers) -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
				.contentSecurityPolicy((policy) -> policy.policyDirectives(policy(settings, "'self'")))
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
			.build();
	}

	@Bean
	@Order(4)
	SecurityFilterChain pages(HttpSecurity http, StaffSettings settings) throws Exception {
		return plain(http)
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers(OPEN)
				.permitAll()
				.requestMatchers(FILES)
				.permitAll()
				.anyRequest()
				.denyAll())
			.exceptionHandling(WebSecurity::notFound)
			.headers((headers) -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
				.contentSecurityPolicy((policy) -> policy.policyDirectives(policy(settings, "'none'")))
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
			.build();
	}

	@Bean
	FilterRegistrationBean<NoncePerRequest> noncePerRequest() {
		FilterRegistrationBean<NoncePerRequest> filter = new FilterRegistrationBean<>(new NoncePerRequest());
		filter.addUrlPatterns("/camunda/*");
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return filter;
	}

	private static HttpSecurity plain(HttpSecurity http) throws Exception {
		return http.csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
	}

	// no log-in for customers: a browser would ask them for a password
	private static void notFound(ExceptionHandlingConfigurer<HttpSecurity> turnedAway) {
		turnedAway
			.authenticationEntryPoint((request, response, why) -> response.sendError(HttpServletResponse.SC_NOT_FOUND))
			.accessDeniedHandler((request, response, why) -> response.sendError(HttpServletResponse.SC_NOT_FOUND));
	}

	/** Browsers apply {@code form-action} to where a form's answer redirects to, too. */
	private static String policy(StaffSettings settings, String framedBy) {
		String formsLeadTo = Stream.concat(Stream.of("'self'"), settings.consentOrigins())
			.collect(Collectors.joining(" "));
		return "default-src 'self'; img-src 'self' data:; style-src 'self'; object-src 'none'; base-uri 'none'; "
				+ "form-action " + formsLeadTo + "; frame-ancestors " + framedBy;
	}

}
