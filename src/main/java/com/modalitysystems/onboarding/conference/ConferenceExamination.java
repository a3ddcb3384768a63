package com.modalitysystems.onboarding.conference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;

import com.modalitysystems.onboarding.doctor.Examination;
import com.modalitysystems.onboarding.doctor.Finding;
import com.modalitysystems.onboarding.http.RemoteCallFailed;

import org.springframework.stereotype.Component;

/** Whether customers can be given a place on Pexip. It only reads. */
@Component
class ConferenceExamination implements Examination {

	private final PexipApi pexip;

	private final PexipSettings settings;

	private final TlsReach reach = new TlsReach((SSLSocketFactory) SSLSocketFactory.getDefault());

	ConferenceExamination(PexipApi pexip, PexipSettings settings) {
		this.pexip = pexip;
		this.settings = settings;
	}

	@Override
	public String subject() {
		return "Conference (Pexip)";
	}

	@Override
	public List<Finding> findings() {
		List<Finding> findings = new ArrayList<>();
		try {
			if (mayRead(findings)) {
				findings.add(version());
				findings.add(licences());
				findings.add(testCall());
				this.pexip.letsApplicationsIn().map(ConferenceExamination::applications).ifPresent(findings::add);
				findings
					.addAll(new RoutingCheck(this.settings, this.pexip.all(Resource.gateway_routing_rule)).findings());
			}
		}
		catch (RemoteCallFailed ex) {
			findings
				.add(Finding.failed(String.valueOf(ex.getMessage()), "check conference.pexip.base-url, the log-in, and"
						+ " that this machine may reach the Management Node"));
		}
		findings.add(this.reach.look("the Teams Connector", this.settings.connectorAddress(),
				this.settings.connectorPort(), "conference.pexip.connector-address"));
		findings.add(this.reach.look("the host of the dialling instructions", this.settings.instructionHost(),
				TlsReach.HTTPS, "conference.pexip.instruction-host"));
		return findings;
	}

	private boolean mayRead(List<Finding> findings) {
		String kinds = Stream.of(Resource.values()).map(Resource::name).collect(Collectors.joining(", "));
		List<Resource> closed = Arrays.stream(Resource.values()).filter((kind) -> !this.pexip.mayRead(kind)).toList();
		findings.add(closed.isEmpty()
				? Finding.ok("we are logged in and may read " + kinds
						+ "; whether we may write them shows with the first customer")
				: Finding.failed("our role does not let us read " + closed,
						"give our role on Pexip the rights to view, add, change and delete " + kinds));
		return closed.isEmpty();
	}

	private Finding version() {
		return this.pexip.version()
			.map((version) -> Finding.ok("the Management Node runs version " + version))
			.orElseGet(() -> Finding.warning("the Management Node does not tell us its version",
					"give our role on Pexip the right to view its status"));
	}

	private Finding licences() {
		if (!this.settings.countLicences()) {
			return Finding.warning("licences are not looked at before a customer is set up",
					"take conference.pexip.count-licences out if the platform counts them");
		}
		Licences licences = this.pexip.licences();
		int reserve = this.settings.licenceReserve();
		String what = licences.used() + " of " + licences.total() + " Teams licences are in use"
				+ ((reserve > 0) ? ", " + reserve + " are kept back" : "");
		String fix = "order more, or take former customers off the platform";
		if (licences.isUsedUp(reserve)) {
			return Finding.failed(what, fix);
		}
		int left = licences.total() - reserve - licences.used();
		return (left * 10 < licences.total()) ? Finding.warning(what, fix) : Finding.ok(what);
	}

	private static Finding applications(boolean enabled) {
		return enabled ? Finding.ok("the platform's client API is on, as Teams needs")
				: Finding.failed("the platform's client API is off, which Teams needs",
						"switch enable_application_api on in the global settings of Pexip");
	}

	private Finding testCall() {
		String alias = this.settings.testAlias() + "@" + this.settings.aliasDomain();
		return this.pexip.with(Resource.conference_alias, "alias", alias).isEmpty()
				? Finding.warning("nothing answers at " + alias + ", which invitations name for a test call",
						"make a test call service with this alias, or set conference.pexip.test-alias")
				: Finding.ok("a test call answers at " + alias);
	}

}
