package com.modalitysystems.onboarding.doctor;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.beans.BeansException;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.context.ApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.util.StringUtils;

/** One examination. That it goes wrong or takes too long is a finding like others. */
class Visit {

	private final ApplicationContext house;

	private final String name;

	private volatile String subject;

	Visit(ApplicationContext house, String name) {
		this.house = house;
		this.name = name;
		this.subject = StringUtils.capitalize(name.replace("Examination", ""));
	}

	/** What is examined; it may only be known afterwards. */
	String subject() {
		return this.subject;
	}

	List<Finding> findings(Duration patience) {
		FutureTask<List<Finding>> work = new FutureTask<>(this::examine);
		// whoever hangs must not hold up the end
		Thread worker = new Thread(work, this.name);
		worker.setDaemon(true);
		worker.start();
		try {
			return work.get(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			return List.of(failed(ex));
		}
		catch (TimeoutException ex) {
			return List.of(Finding.failed("did not end within " + patience.toSeconds() + " s",
					"Something does not answer; look at what lies on the way, such as a firewall."));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return List.of(Finding.failed("was interrupted", "Start the doctor again."));
		}
	}

	// each part of the house that it needs is only made now
	private List<Finding> examine() {
		Examination examination = this.house.getBean(this.name, Examination.class);
		this.subject = examination.subject();
		return examination.findings();
	}

	private static Finding failed(ExecutionException failure) {
		if (isAboutSettings(failure)) {
			return Finding.failed("cannot be examined with these settings", "First correct the settings.");
		}
		if (failure.getCause() instanceof BadSqlGrammarException) {
			return Finding.warning("its tables are not there yet",
					"Start the application once, which makes them, and ask again.");
		}
		boolean made = !(failure.getCause() instanceof BeansException);
		Throwable cause = made ? failure.getCause() : NestedExceptionUtils.getRootCause(failure);
		return Finding
			.failed((cause != null && cause.getMessage() != null) ? cause.getMessage() : String.valueOf(cause), "");
	}

	private static boolean isAboutSettings(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ConfigurationPropertiesBindException) {
				return true;
			}
		}
		return false;
	}

}
