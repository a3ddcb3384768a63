package com.modalitysystems.onboarding.staff;

import java.time.Clock;

import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * The sessions of staff lie in the database, so that whoever is signed in stays so when a
 * node is lost, and any node can answer them.
 */
@Configuration(proxyBeanMethods = false)
class StaffSessions {

	// two requests at once may write the same for the first time
	@Bean
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> inPostgres() {
		GenericConversionService values = new GenericConversionService();
		values.addConverter(Object.class, byte[].class, new SerializingConverter());
		values.addConverter(byte[].class, Object.class, new SessionValues());
		return (sessions) -> {
			new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
			sessions.setConversionService(values);
		};
	}

	@Bean
	FilterRegistrationBean<IdleSessions> idleSessions(ServerProperties server, Clock clock) {
		FilterRegistrationBean<IdleSessions> filter = new FilterRegistrationBean<>(
				new IdleSessions(server.getServlet().getSession().getTimeout(), clock));
		filter.addUrlPatterns("/camunda/*", "/onboardings/*", "/notices/*", "/insight/*");
		filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER + 1);
		return filter;
	}

	@Bean
	FilterRegistrationBean<SharedSessions> sharedSessions(ServerProperties server) {
		FilterRegistrationBean<SharedSessions> filter = new FilterRegistrationBean<>(
				new SharedSessions(server.getServlet().getSession().getCookie()));
		filter.addUrlPatterns("/camunda/*", "/sign-in/*");
		filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER + 1);
		return filter;
	}

}
