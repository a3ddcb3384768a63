package com.modalitysystems.onboarding.setup;

import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.modalitysystems.onboarding.customer.Language;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

/**
 * Which language a page speaks: the one its reader chose, else that of the customer whose
 * page it is, else that of the browser, else English. The pages of staff are English. A
 * choice stands in the address and, until the browser is closed, in a cookie that says
 * nothing else: it changes nothing with us, whoever follows such a link.
 */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
class PageLanguage implements LocaleResolver, HandlerInterceptor, WebMvcConfigurer {

	/** The name under which a choice stands in the address. */
	static final String CHOICE = "lang";

	private static final Pattern CHOSEN = Pattern.compile("(?:^|&)" + CHOICE + "=([^&]*)");

	private static final String COOKIE = "language";

	private static final String OF_CUSTOMER = PageLanguage.class.getName();

	private static final Pattern OF_STAFF = Pattern
		.compile("/(onboardings|notices|insight|sign-in|sandbox|camunda)\\b.*");

	/** The page is about a customer who has this language. */
	static void isOfCustomer(Language language) {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		if (request != null) {
			request.setAttribute(OF_CUSTOMER, language, RequestAttributes.SCOPE_REQUEST);
		}
	}

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		return isOfStaff(request) ? Locale.ENGLISH
				: chosen(request).or(() -> remembered(request))
					.or(() -> ofCustomer(request))
					.or(() -> ofBrowser(request))
					.orElse(Language.ENGLISH)
					.locale();
	}

	@Override
	public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
		throw new UnsupportedOperationException("Readers choose a language by a link");
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getDispatcherType() == DispatcherType.REQUEST) {
			chosen(request).ifPresent(
					language -> response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, language).toString()));
		}
		return true;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	// from the address alone: to look for it elsewhere would take a stranger's upload
	// apart
	private static Optional<Language> chosen(HttpServletRequest request) {
		Matcher choice = CHOSEN.matcher(Optional.ofNullable(request.getQueryString()).orElse(""));
		return choice.find() ? Language.in(Locale.forLanguageTag(choice.group(1))) : Optional.empty();
	}

	private static Optional<Language> remembered(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
			.flatMap(cookie -> Language.in(Locale.forLanguageTag(cookie.getValue())));
	}

	private static Optional<Language> ofCustomer(HttpServletRequest request) {
		return Optional.ofNullable((Language) request.getAttribute(OF_CUSTOMER));
	}

	private static Optional<Language> ofBrowser(HttpServletRequest request) {
		return (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) ? Optional.empty()
				: Collections.list(request.getLocales())
					.stream()
					.flatMap(locale -> Language.in(locale).stream())
					.findFirst();
	}

	private static ResponseCookie cookie(HttpServletRequest request, Language language) {
		return ResponseCookie.from(COOKIE, language.code())
			.path("/")
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.build();
	}

	static boolean isOfStaff(HttpServletRequest request) {
		return OF_STAFF.matcher(path(request)).matches();
	}

	// an error page stands for the page that was asked for
	private static String path(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		return (failed != null) ? failed.toString() : request.getRequestURI();
	}

}
