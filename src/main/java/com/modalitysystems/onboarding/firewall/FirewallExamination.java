package com.modalitysystems.onboarding.firewall;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import com.modalitysystems.onboarding.database.Ledger;
import com.modalitysystems.onboarding.database.LedgerPage;
import com.modalitysystems.onboarding.doctor.Examination;
import com.modalitysystems.onboarding.doctor.Finding;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import com.modalitysystems.onboarding.http.TokenRefused;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.stereotype.Component;

/** Whether rules can be made in the security group, and which lie there. */
@Component
class FirewallExamination implements Examination {

	private final AzureCalls azure;

	private final SecurityGroups groups;

	private final Reasons reasons;

	private final AzureSettings settings;

	private final Ledger ledger;

	private final Clock clock;

	FirewallExamination(AzureCalls azure, SecurityGroups groups, Reasons reasons, AzureSettings settings, Ledger ledger,
			Clock clock) {
		this.azure = azure;
		this.groups = groups;
		this.reasons = reasons;
		this.settings = settings;
		this.ledger = ledger;
		this.clock = clock;
	}

	@Override
	public String subject() {
		return "Firewall (Azure)";
	}

	@Override
	public List<Finding> findings() {
		List<Finding> findings = new ArrayList<>();
		try {
			this.azure.signIn();
			findings.add(Finding.ok("a token for Azure is given"));
			lookAtGroup(findings);
		}
		catch (TokenRefused ex) {
			findings.add(Finding.failed(String.valueOf(ex.getMessage()),
					"check firewall.azure.tenant-id, client-id and the secret or certificate"));
		}
		catch (RemoteCallFailed ex) {
			findings.add(Finding.failed(String.valueOf(ex.getMessage()),
					"check firewall.azure.base-url, login-url and security-group,"
							+ " and that the application may read and write the group's rules"));
		}
		return findings;
	}

	private void lookAtGroup(List<Finding> findings) {
		String state = this.groups.stateOf(this.settings.securityGroup()).orElse(null);
		if (state == null) {
			findings.add(Finding.failed("the security group does not exist", "check firewall.azure.security-group"));
			return;
		}
		findings.add(state.equals("Succeeded") ? Finding.ok("the security group is there")
				: Finding.warning("the security group is in the state " + state,
						"wait until Azure is done with it, or look at it in the portal"));
		List<SecurityRule> there = this.groups.rulesOf(this.settings.securityGroup());
		long ours = there.stream().filter((rule) -> rule.owner().isPresent()).count();
		findings.add(Finding.ok("its rules can be read: " + there.size() + ", " + ours + " of them ours"));
		lookForDenial(there, findings);
		compareWithRecord(there, findings);
	}

	private void compareWithRecord(List<SecurityRule> there, List<Finding> findings) {
		try (LedgerPage page = this.ledger.open()) {
			compare(there, new AllocatedRules(page, this.clock), findings);
		}
		catch (BadSqlGrammarException ex) {
			findings.add(priorities(this.settings.priorities().freeBeside(there, List.of())));
			findings
				.add(Finding.warning("its rules could not be compared with our record, whose tables are not there yet",
						"start the application once, which makes them, and ask again"));
		}
		catch (DataAccessException ex) {
			findings.add(priorities(this.settings.priorities().freeBeside(there, List.of())));
			findings.add(Finding.warning("its rules could not be compared with our record, which cannot be read",
					"see what is found of the database, and ask again"));
		}
	}

	/** A rule that comes before those of ours, so that ours let nobody in. */
	private void lookForDenial(List<SecurityRule> there, List<Finding> findings) {
		there.stream()
			.filter((rule) -> rule.properties().priority() < this.settings.priorities().last())
			.filter((rule) -> rule.keepsAllAwayFrom(this.settings.port()))
			.map(this::denial)
			.forEach(findings::add);
	}

	private Finding denial(SecurityRule rule) {
		int priority = rule.properties().priority();
		String what = "rule " + rule.name() + " keeps everybody away before rules of ours above " + priority
				+ " are asked";
		String fix = "give firewall.azure.priorities numbers below " + priority;
		return (priority < this.settings.priorities().first()) ? Finding.failed(what, fix) : Finding.warning(what, fix);
	}

	private void compare(List<SecurityRule> there, AllocatedRules rules, List<Finding> findings) {
		List<AllocatedRule> open = rules.open();
		findings.add(priorities(this.settings.priorities().freeBeside(there, open)));
		long wrong = open.stream().filter((rule) -> this.reasons.isWrong(rule, there)).count();
		if (wrong > 0) {
			findings.add(Finding.warning("rules that are away, or not as our record says: " + wrong,
					"let the application run: it puts them right; its log says so"));
		}
		List<Stray> strays = this.reasons.strays(there, rules);
		strays.forEach((stray) -> findings.add(Finding.warning("rule without a reason: " + stray,
				"let the application run: it removes it; its log says so")));
		if (strays.isEmpty()) {
			findings.add(Finding.ok("no rule of ours lies there without a reason"));
		}
	}

	private Finding priorities(int free) {
		PriorityRange range = this.settings.priorities();
		String what = free + " of the " + range.size() + " priorities " + range + " are free";
		String fix = "widen firewall.azure.priorities, or remove rules that have no reason";
		if (free == 0) {
			return Finding.failed(what, fix);
		}
		return (free * 10 < range.size()) ? Finding.warning(what, fix) : Finding.ok(what);
	}

}
