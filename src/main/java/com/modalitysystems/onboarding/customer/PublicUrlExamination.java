package com.modalitysystems.onboarding.customer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

import com.modalitysystems.onboarding.doctor.Examination;
import com.modalitysystems.onboarding.doctor.Finding;
import com.modalitysystems.onboarding.time.SettableClock;

import org.springframework.stereotype.Component;

/** Do customers reach us, and in private? */
@Component
class PublicUrlExamination implements Examination {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Duration SOON = Duration.ofDays(21);

	private final URI address;

	private final Clock clock;

	private final HttpClient client = HttpClient.newBuilder()
		.followRedirects(HttpClient.Redirect.NEVER)
		.connectTimeout(PATIENCE)
		.build();

	PublicUrlExamination(OnboardingSettings settings, SettableClock clock) {
		this.address = settings.publicUrl();
		this.clock = clock.machine();
	}

	@Override
	public String subject() {
		return "Public address";
	}

	@Override
	public List<Finding> findings() {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.address.toString().replaceFirst("/*$", "/")))
			.timeout(PATIENCE)
			.build();
		try {
			return judged(this.client.send(request, HttpResponse.BodyHandlers.discarding()));
		}
		catch (SSLException ex) {
			return List.of(Finding.failed("its certificate is not trusted: " + ex.getMessage(),
					"Give the proxy a certificate for " + this.address.getHost()
							+ " that browsers know, with all of its intermediates."));
		}
		catch (IOException ex) {
			return List.of(unreachable(ex.getClass().getSimpleName()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return List.of(unreachable("interrupted"));
		}
	}

	private List<Finding> judged(HttpResponse<?> response) {
		List<Finding> findings = new ArrayList<>();
		findings.add((response.statusCode() == 200) ? Finding.ok("reachable at " + this.address) : Finding.failed(
				this.address + " answers " + response.statusCode() + ", and not with our start page",
				"Let onboarding.public-url be the address of the proxy, and the proxy lead to a node that runs."));
		response.sslSession().ifPresent((session) -> findings.add(certificate(session)));
		return findings;
	}

	private Finding unreachable(String why) {
		return Finding.failed(this.address + " cannot be reached from here (" + why + ")",
				"Check onboarding.public-url, its name in the DNS, and that the proxy and a node are running.");
	}

	private Finding certificate(SSLSession session) {
		Duration left = Duration.between(this.clock.instant(), end(session).toInstant());
		String what = "its certificate ends in " + left.toDays() + " days";
		return (left.compareTo(SOON) < 0)
				? Finding.warning(what, "Renew it, and see why that did not happen of itself.") : Finding.ok(what);
	}

	/** When the first certificate of the chain ends. */
	private static Date end(SSLSession session) {
		try {
			return Stream.<Certificate>of(session.getPeerCertificates())
				.map(X509Certificate.class::cast)
				.map(X509Certificate::getNotAfter)
				.min(Comparator.naturalOrder())
				.orElseThrow();
		}
		catch (SSLPeerUnverifiedException ex) {
			throw new IllegalStateException("A server that is trusted has a certificate", ex);
		}
	}

}
