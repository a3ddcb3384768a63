package com.modalitysystems.onboarding.sandbox;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Cuts a connection without a byte of an answer, which only the web server can do. */
@Profile("sandbox")
@Component
class CutConnection implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	/** Name of the request attribute that asks for it. */
	static final String WANTED = CutConnection.class.getName();

	@Override
	public void customize(TomcatServletWebServerFactory factory) {
		factory.addEngineValves(new Scissors());
	}

	private static final class Scissors extends ValveBase {

		private Scissors() {
			super(true);
		}

		@Override
		public void invoke(Request request, Response response) throws IOException, ServletException {
			getNext().invoke(request, response);
			if (request.getAttribute(WANTED) != null) {
				response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
			}
		}

	}

}
