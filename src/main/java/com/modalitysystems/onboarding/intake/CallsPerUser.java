package com.modalitysystems.onboarding.intake;

import java.security.Principal;
import java.time.Duration;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * How often one user calls the API, whatever for: a system that runs wild takes nothing
 * from the others.
 */
@Configuration(proxyBeanMethods = false)
class CallsPerUser implements WebMvcConfigurer, HandlerInterceptor {

	private static final Duration PERIOD = Duration.ofMinutes(1);

	private final Limits limits;

	private final int most;

	CallsPerUser(Limits limits, IntakeSettings settings) {
		this.limits = limits;
		this.most = settings.limits().callsPerMinute();
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).addPathPatterns("/api/**");
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		Principal user = request.getUserPrincipal();
		if (user != null) {
			this.limits.take(List.of(new Limit("call", user.getName(), this.most, PERIOD))).ifPresent(refusal -> {
				throw refusal;
			});
		}
		return true;
	}

}
