package com.modalitysystems.onboarding.staff;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request to Camunda's applications a nonce of its own. Camunda 7.24 writes
 * the nonce of the Content-Security-Policy to an attribute of the servlet context, which
 * all requests share, and reads it from there when it writes the page. When two pages are
 * asked for at once, one gets the other's nonce, the browser refuses its scripts, and it
 * stays blank. So each request sees a servlet context that keeps this one attribute in
 * the request.
 */
class NoncePerRequest extends OncePerRequestFilter {

	private static final String NONCE = "org.camunda.bpm.csp.nonce";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ServletContext context = (ServletContext) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { ServletContext.class }, new NonceInRequest(request));
		chain.doFilter(new HttpServletRequestWrapper(request) {

			@Override
			public ServletContext getServletContext() {
				return context;
			}

		}, response);
	}

	private record NonceInRequest(HttpServletRequest request) implements InvocationHandler {

		@Override
		public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
			if (arguments != null && arguments.length > 0 && NONCE.equals(arguments[0])) {
				switch (method.getName()) {
					case "getAttribute" -> {
						return this.request.getAttribute(NONCE);
					}
					case "setAttribute" -> {
						this.request.setAttribute(NONCE, arguments[1]);
						return null;
					}
					default -> {
					}
				}
			}
			try {
				return method.invoke(this.request.getServletContext(), arguments);
			}
			catch (InvocationTargetException ex) {
				throw ex.getTargetException();
			}
		}

	}

}
