package com.modalitysystems.onboarding.trouble;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.modalitysystems.onboarding.customer.WaitingFor;

/**
 * The catalogue: every failure that can happen, whose turn it is, and the way on. What it
 * means and what is to be done stands in {@code messages-trouble.properties} under its
 * name. A code that ends with a star stands for all that begin like it and have no entry
 * of their own.
 */
public enum KnownTrouble {

	tenantUnknown(WaitingFor.staff, WayOn.CORRECT, "Tenant.unknown"),
	tenantInOtherCloud(WaitingFor.staff, WayOn.CORRECT, "Tenant.otherCloud"),
	tenantOurs(WaitingFor.staff, WayOn.CORRECT, "Tenant.ours"),
	tenantOfConsumers(WaitingFor.staff, WayOn.CORRECT, "Tenant.consumers"),
	tenantOnboarding(WaitingFor.staff, WayOn.CORRECT, "Tenant.alreadyOnboarding"),

	consentMissing(WaitingFor.customer, WayOn.REMIND, "Entra.AADSTS7000229", "Entra.AADSTS700016", "Entra.AADSTS65001",
			"Entra.AADSTS650056", "Entra.AADSTS650051", "Consent.notYet"),
	consentDeclined(WaitingFor.customer, WayOn.REMIND, "Entra.AADSTS65004"),
	consentByNoAdministrator(WaitingFor.customer, WayOn.REMIND, "Entra.AADSTS90094", "Entra.AADSTS90095",
			"Entra.AADSTS90093"),
	consentByForeigner(WaitingFor.customer, WayOn.REMIND, "Entra.AADSTS50020", "Entra.AADSTS90072"),
	consentWithoutService(WaitingFor.customer, WayOn.REMIND, "Entra.AADSTS650052"),
	consentIncomplete(WaitingFor.customer, WayOn.TELL, "Consent.incomplete"),
	consentElsewhere(WaitingFor.customer, WayOn.TELL, "Consent.wrongTenant"),
	consentSwitchedOff(WaitingFor.customer, WayOn.TELL, "Entra.AADSTS7000112", "Entra.AADSTS50105", "Consent.blocked"),
	consentBarred(WaitingFor.customer, WayOn.TELL, "Entra.AADSTS53003"),

	tenantGone(WaitingFor.staff, WayOn.RETRY, "Entra.AADSTS90002", "Entra.AADSTS900023", "Entra.AADSTS900021"),
	tenantMoved(WaitingFor.staff, WayOn.RETRY, "Entra.AADSTS90038", "Entra.AADSTS900382", "Entra.AADSTS900432"),

	entraSecret(WaitingFor.operator, WayOn.RETRY, "Entra.AADSTS7000215", "Entra.AADSTS7000222", "Entra.AADSTS7000218"),
	entraCertificate(WaitingFor.operator, WayOn.RETRY, "Entra.AADSTS700027", "Entra.AADSTS700030", "Entra.AADSTS700021",
			"Entra.AADSTS50027"),
	entraClock(WaitingFor.operator, WayOn.RETRY, "Entra.AADSTS700024"),
	entraAddress(WaitingFor.operator, WayOn.RETRY, "Entra.AADSTS700023", "Entra.notFound"),
	entraRegistration(WaitingFor.operator, WayOn.RETRY, "Entra.AADSTS70011", "Entra.AADSTS1002012",
			"Entra.AADSTS500011", "Entra.AADSTS650054", "Entra.AADSTS650057", "Entra.AADSTS50011", "Entra.AADSTS70003",
			"Entra.AADSTS900144", "Entra.AADSTS50194"),
	entraOurTenant(WaitingFor.operator, WayOn.RETRY, "Entra.ourTenant"),
	entraOther(WaitingFor.operator, WayOn.RETRY, "Entra.AADSTS*", "Entra.noToken", "Entra.refused"),
	graphDescription(WaitingFor.operator, WayOn.RETRY, "Graph.describesNoTenants"),
	graphRefused(WaitingFor.operator, WayOn.RETRY, "Graph.refused", "Graph.notFound"),
	microsoftBusy(WaitingFor.microsoft, WayOn.RETRY, "Entra.AADSTS90055", "Entra.AADSTS50196", "Entra.AADSTS90033",
			"Entra.busy", "Graph.busy", "Azure.busy"),
	microsoftOut(WaitingFor.microsoft, WayOn.RETRY, "Entra.broken", "Entra.late", "Graph.broken", "Graph.late",
			"Azure.broken", "Azure.late"),
	microsoftUnreachable(WaitingFor.operator, WayOn.RETRY, "Entra.unreachable", "Graph.unreachable",
			"Azure.unreachable"),

	azureSecret(WaitingFor.operator, WayOn.RETRY, "Azure.AADSTS7000215", "Azure.AADSTS7000222", "Azure.AADSTS7000218"),
	azureCertificate(WaitingFor.operator, WayOn.RETRY, "Azure.AADSTS700027", "Azure.AADSTS700030", "Azure.AADSTS700021",
			"Azure.AADSTS50027"),
	azureClock(WaitingFor.operator, WayOn.RETRY, "Azure.AADSTS700024"),
	azureSignIn(WaitingFor.operator, WayOn.RETRY, "Azure.AADSTS*", "Azure.noToken"),
	azureRefused(WaitingFor.operator, WayOn.RETRY, "Azure.refused"),
	azureGroup(WaitingFor.operator, WayOn.RETRY, "Azure.notFound"),
	azurePriorities(WaitingFor.operator, WayOn.RETRY, "Azure.prioritiesUsedUp"),

	pexipRefused(WaitingFor.operator, WayOn.RETRY, "Pexip.refused"),
	pexipAddress(WaitingFor.operator, WayOn.RETRY, "Pexip.notFound"),
	pexipBusy(WaitingFor.operator, WayOn.RETRY, "Pexip.busy"),
	pexipOut(WaitingFor.operator, WayOn.RETRY, "Pexip.broken", "Pexip.late"),
	pexipUnreachable(WaitingFor.operator, WayOn.RETRY, "Pexip.unreachable"),
	pexipLicences(WaitingFor.operator, WayOn.RETRY, "Pexip.licencesUsedUp"),
	pexipPriorities(WaitingFor.operator, WayOn.RETRY, "Pexip.prioritiesUsedUp"),

	letterRefused(WaitingFor.staff, WayOn.SEND_AGAIN, "SMTP.refused"),
	letterUnknown(WaitingFor.staff, WayOn.SEND_AGAIN, "SMTP.unknown"),
	letterPutOff(WaitingFor.operator, WayOn.SEND_AGAIN, "SMTP.deferred"),

	scriptSoftware(WaitingFor.customer, WayOn.RUN_AGAIN, "Script.stoppedAt.software"),
	scriptSignIn(WaitingFor.customer, WayOn.RUN_AGAIN, "Script.stoppedAt.signIn"),
	scriptTenant(WaitingFor.customer, WayOn.RUN_AGAIN, "Script.stoppedAt.tenant", "Script.tenant.other"),
	scriptRole(WaitingFor.customer, WayOn.RUN_AGAIN, "Script.stoppedAt.role", "Script.stoppedAt.change"),
	scriptPolicy(WaitingFor.customer, WayOn.RUN_AGAIN, "Script.stoppedAt.policy", "Script.policy.missing"),
	scriptProvider(WaitingFor.customer, WayOn.RUN_AGAIN, "Script.stoppedAt.provider", "Script.provider.other",
			"Script.provider.differs", "Script.provider.none"),
	scriptUsers(WaitingFor.customer, WayOn.RUN_AGAIN, "Script.stoppedAt.users", "Script.scope.nobody"),
	scriptScope(WaitingFor.customer, WayOn.RUN_AGAIN, "Script.scope.otherService"),
	scriptBefore(WaitingFor.customer, WayOn.RUN_AGAIN, "Script.stoppedAt.before"),

	othersFirst(WaitingFor.operator, WayOn.RETRY, "Azure.othersFirst", "Pexip.othersFirst"),
	database(WaitingFor.operator, WayOn.RETRY, "Ours.database"),
	unexpected(WaitingFor.operator, WayOn.RETRY, "Ours.unexpected");

	private final WaitingFor turn;

	private final WayOn way;

	@SuppressWarnings("ImmutableEnumChecker") // made by List.of
	private final List<String> codes;

	KnownTrouble(WaitingFor turn, WayOn way, String... codes) {
		this.turn = turn;
		this.way = way;
		this.codes = List.of(codes);
	}

	/**
	 * What is known of a failure; of one that has no entry no more than that it was
	 * unexpected.
	 */
	public static KnownTrouble of(String code) {
		return find(code).orElse(unexpected);
	}

	/** The entry of a failure, if it has one. */
	public static Optional<KnownTrouble> find(String code) {
		return Arrays.stream(values())
			.filter((known) -> known.codes.contains(code))
			.findFirst()
			.or(() -> Arrays.stream(values())
				.filter((known) -> known.codes.contains(code.replaceFirst("\\d+$", "*")))
				.findFirst());
	}

	/** Whose turn it is. */
	public WaitingFor turn() {
		return this.turn;
	}

	/** How it goes on. */
	public WayOn way() {
		return this.way;
	}

	/** The failures it is about. */
	public List<String> codes() {
		return this.codes;
	}

	/** Whether operators have the task: nobody at Microsoft opens Tasklist. */
	public boolean isForOperators() {
		return this.turn == WaitingFor.operator || this.turn == WaitingFor.microsoft;
	}

}
