package com.modalitysystems.onboarding.staff;

import java.time.Duration;
import java.util.Objects;

import com.modalitysystems.onboarding.customer.OnboardingSettings;
import com.modalitysystems.onboarding.staff.StaffSettings.SignIn;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer.SessionFixationConfigurer;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.client.RestClient;

/**
 * Single sign-on with OpenID Connect, where the settings name a provider. Who comes back
 * from it is signed in at Camunda's applications, and so on our pages for staff.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("staff.sign-in.issuer")
class SingleSignOn {

	/** The page that leads to the provider. */
	static final String PAGE = "/sign-in";

	private static final String START = PAGE + "/start";

	private static final String BACK = PAGE + "/callback";

	private static final String PROVIDER = "provider";

	/** Where the way to the provider begins. */
	static final String WAY = START + "/" + PROVIDER;

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final SignIn settings;

	SingleSignOn(StaffSettings settings) {
		this.settings = Objects.requireNonNull(settings.signIn(), "There is no single sign-on without a provider");
	}

	// asked when it is needed: a provider that is down must not keep the house from
	// starting
	@Bean
	ClientRegistrationRepository provider(OnboardingSettings house) {
		return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(
				ClientRegistrations.fromIssuerLocation(this.settings.issuer().toString())
					.registrationId(PROVIDER)
					.clientId(this.settings.clientId())
					.clientSecret(this.settings.clientSecret().reveal())
					.redirectUri(house.publicUrl() + BACK)
					.scope("openid", "profile", "email")
					.build()));
	}

	@Bean
	BearerTokens bearerTokens() {
		return new BearerTokens(this.settings);
	}

	@Bean
	@Order(0)
	SecurityFilterChain signIn(HttpSecurity http, ClientRegistrationRepository provider, SignedIn signedIn,
			ContentPolicies policies) throws Exception {
		DefaultOAuth2AuthorizationRequestResolver requests = new DefaultOAuth2AuthorizationRequestResolver(provider,
				START);
		requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
		OidcUserService claims = new OidcUserService();
		// all that we ask is in the token that the provider signed
		claims.setRetrieveUserInfo((request) -> false);
		return WebSecurity.ours(http.securityMatcher(PAGE, PAGE + "/**"), policies)
			.oauth2Login((login) -> login.loginPage(PAGE)
				.authorizationEndpoint((start) -> start.authorizationRequestResolver(requests))
				.redirectionEndpoint((back) -> back.baseUri(BACK))
				.tokenEndpoint((token) -> token.accessTokenResponseClient(tokens()))
				.userInfoEndpoint((user) -> user.oidcUserService(claims))
				.authorizedClientRepository(new NoTokensKept())
				.successHandler(signedIn)
				.failureHandler(SignedIn::failed))
			.authorizeHttpRequests((requested) -> requested.anyRequest().permitAll())
			.securityContext((context) -> context.securityContextRepository(new NullSecurityContextRepository()))
			.sessionManagement((sessions) -> sessions.sessionFixation(SessionFixationConfigurer::none))
			.csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.build();
	}

	@Bean
	FilterRegistrationBean<WayToSignIn> wayToSignIn(StaffSettings staff) {
		FilterRegistrationBean<WayToSignIn> filter = new FilterRegistrationBean<>(
				new WayToSignIn(staff.administrator()));
		filter.addUrlPatterns("/camunda/*");
		filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER + 2);
		return filter;
	}

	private static RestClientAuthorizationCodeTokenResponseClient tokens() {
		JdkClientHttpRequestFactory patient = new JdkClientHttpRequestFactory();
		patient.setReadTimeout(PATIENCE);
		RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
		client.setRestClient(RestClient.builder().requestFactory(patient).messageConverters((converters) -> {
			converters.clear();
			converters.add(new FormHttpMessageConverter());
			converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
		}).defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build());
		return client;
	}

}
