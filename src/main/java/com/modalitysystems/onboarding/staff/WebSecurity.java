package com.modalitysystems.onboarding.staff;

import java.util.stream.Stream;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer.SessionFixationConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may call which door. A door that does not stand in {@link Doors} is not found.
 * <p>
 * The API knows its callers by HTTP Basic, or by a token of the OpenID provider;
 * Camunda's applications guard themselves; the pages of onboardings know staff by the
 * session of Tasklist, and take forms only with its token. Customers' pages are open or
 * guarded by the secret in their link: they rely on no session, so there is nothing to
 * forge a request with. The sandbox brings a door of its own.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

	// Camunda brings servlets of its own, and a pattern of Spring MVC sees only Spring's
	@Bean
	PathPatternRequestMatcherBuilderFactoryBean wholePaths() {
		return new PathPatternRequestMatcherBuilderFactoryBean();
	}

	@Bean
	@Order(1)
	SecurityFilterChain api(HttpSecurity http, Problems problems, ContentPolicies policies,
			ObjectProvider<BearerTokens> tokens) throws Exception {
		BearerTokens bearer = tokens.getIfAvailable();
		if (bearer != null) {
			http.oauth2ResourceServer(callers -> callers.authenticationEntryPoint(problems)
				.jwt(jwt -> jwt.decoder(bearer.decoder()).jwtAuthenticationConverter(bearer::whoCalls)));
		}
		return plain(http.securityMatcher("/api/**"))
			.authorizeHttpRequests(requests -> requests.anyRequest().hasAuthority(Role.API.group()))
			.httpBasic(basic -> basic.authenticationEntryPoint(problems))
			.exceptionHandling(away -> away.authenticationEntryPoint(problems).accessDeniedHandler(problems))
			.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policies.ofApi())))
			.build();
	}

	/** They sign their users in, and set their headers, themselves. */
	@Bean
	@Order(2)
	SecurityFilterChain camunda(HttpSecurity http) throws Exception {
		return plain(http.securityMatcher("/camunda/**"))
			.authorizeHttpRequests(requests -> requests.requestMatchers(Doors.SHUT).denyAll().anyRequest().permitAll())
			.exceptionHandling(WebSecurity::notFound)
			.headers(headers -> headers.defaultsDisabled()
				.httpStrictTransportSecurity(Customizer.withDefaults())
				.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
			.build();
	}

	@Bean
	@Order(3)
	SecurityFilterChain onboardings(HttpSecurity http, EngineUsers users, ContentPolicies policies) throws Exception {
		return ours(withoutSignIn(http.securityMatcher(Doors.ONBOARDINGS)), policies)
			.csrf(csrf -> csrf.csrfTokenRepository(new SessionTokens()))
			.addFilterBefore(new SignedInAtTasklist(users), AnonymousAuthenticationFilter.class)
			.authorizeHttpRequests(requests -> requests.requestMatchers(Doors.IMPORT)
				.hasAnyAuthority(Right.ASK.groups())
				.requestMatchers(Doors.FIGURES)
				.hasAnyAuthority(Right.WATCH.groups())
				.requestMatchers(Doors.ABOUT_ALL)
				.hasAnyAuthority(Right.SEE_ALL.groups())
				.requestMatchers(Doors.NOTICES)
				.hasAnyAuthority(Right.TELL_AGAIN.groups())
				.requestMatchers(HttpMethod.GET)
				.hasAnyAuthority(Right.SEE.groups())
				// a search, in which e-mail addresses stay out of the address of the page
				.requestMatchers(HttpMethod.POST, "/onboardings")
				.hasAnyAuthority(Right.SEE.groups())
				.anyRequest()
				.hasAnyAuthority(Right.ACT.groups()))
			// an error page of ours says where: without a challenge, browsers ask nobody
			.exceptionHandling(away -> away.authenticationEntryPoint(
					(request, response, why) -> response.sendError(HttpServletResponse.SC_UNAUTHORIZED)))
			.build();
	}

	@Bean
	@Order(4)
	SecurityFilterChain pages(HttpSecurity http, ContentPolicies policies) throws Exception {
		return ours(plain(http), policies)
			.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers(Doors.OPEN)
				.permitAll()
				.requestMatchers(Doors.FILES)
				.permitAll()
				.anyRequest()
				.denyAll())
			.exceptionHandling(WebSecurity::notFound)
			.build();
	}

	@Bean
	FilterRegistrationBean<NoncePerRequest> noncePerRequest() {
		FilterRegistrationBean<NoncePerRequest> filter = new FilterRegistrationBean<>(new NoncePerRequest());
		filter.addUrlPatterns("/camunda/*");
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return filter;
	}

	/** A page of our own. */
	static HttpSecurity ours(HttpSecurity http, ContentPolicies policies) throws Exception {
		return http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policies.ofPages()))
			.addHeaderWriter(WebSecurity::hideFromSearchEngines)
			.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
	}

	private static HttpSecurity plain(HttpSecurity http) throws Exception {
		return withoutSignIn(http).csrf(AbstractHttpConfigurer::disable);
	}

	private static HttpSecurity withoutSignIn(HttpSecurity http) throws Exception {
		return http.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
				// nobody signs in here: a session that changed its name with each page
				// would be
				// lost to whatever else is open
				.sessionFixation(SessionFixationConfigurer::none));
	}

	// not 401: a browser would ask customers for a password
	private static void notFound(ExceptionHandlingConfigurer<HttpSecurity> away) {
		away.authenticationEntryPoint((request, response, why) -> response.sendError(HttpServletResponse.SC_NOT_FOUND))
			.accessDeniedHandler((request, response, why) -> response.sendError(HttpServletResponse.SC_NOT_FOUND));
	}

	private static void hideFromSearchEngines(HttpServletRequest request, HttpServletResponse response) {
		if (Stream.of(Doors.SECRET).anyMatch(request.getRequestURI()::startsWith)) {
			response.setHeader("X-Robots-Tag", "noindex");
		}
	}

}
