package com.modalitysystems.onboarding.setup;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.web.servlet.DispatcherServlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.willThrow;

/** Each line of the log says whose onboarding it is about, and never whose it was. */
class LogLinesTests extends SetupRoomTest {

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final Logger pages = (Logger) LoggerFactory.getLogger(DispatcherServlet.class);

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@BeforeEach
	void listen() {
		this.log.start();
		this.root.addAppender(this.log);
	}

	@AfterEach
	void listenNoMore() {
		this.root.detachAppender(this.log);
		this.pages.setLevel(null);
	}

	@Test
	void whatEscapesFromARoomNamesItsOnboardingAndWhatFollowsDoesNot() {
		Customer customer = customerAt(Stage.awaitingConsent);
		willThrow(new IllegalStateException("escaped")).given(this.onboarding).consentGranted(customer.reference());
		assertThat(post(room(customer) + "/granted", Map.of()).statusCode()).isEqualTo(500);
		assertThat(lines("threw exception")).isNotEmpty()
			.allSatisfy(line -> assertThat(line.getMDCPropertyMap()).containsEntry("reference",
					customer.reference().value()));

		// enough of them to meet every thread
		this.pages.setLevel(Level.DEBUG);
		IntStream.range(0, 40).forEach(number -> get("/"));
		assertThat(lines("Completed 200")).hasSizeGreaterThanOrEqualTo(40)
			.allSatisfy(line -> assertThat(line.getMDCPropertyMap()).doesNotContainKey("reference"));
	}

	private List<ILoggingEvent> lines(String words) {
		return List.copyOf(this.log.list).stream().filter(line -> line.getFormattedMessage().contains(words)).toList();
	}

}
