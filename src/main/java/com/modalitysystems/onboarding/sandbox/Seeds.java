package com.modalitysystems.onboarding.sandbox;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.PostConstruct;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What exists in the simulated Microsoft cloud from the beginning. */
@Profile("sandbox")
@Component
class Seeds {

	/** Where personal accounts live, the same for all the world. */
	static final UUID CONSUMERS = UUID.fromString("9188040d-6c67-4c5b-b112-36a304b66dad");

	static final String NEVER_A_CUSTOMER = "never a customer.";

	private final World world;

	private final Tenants tenants;

	private final SandboxSettings settings;

	Seeds(World world, Tenants tenants, SandboxSettings settings) {
		this.world = world;
		this.tenants = tenants;
		this.settings = settings;
	}

	@PostConstruct
	void sow() {
		this.world.alone("seeds", () -> {
			if (this.tenants.all().isEmpty()) {
				tenants().forEach(this.tenants::seed);
			}
			return true;
		});
	}

	/**
	 * Seeded tenants are as they were in the beginning, the others have not consented.
	 */
	void restoreConsents() {
		this.tenants.all()
			.forEach(tenant -> this.tenants.require(tenant.id(),
					now -> now.consenting(ConsentState.none, ConsentState.granted, 0)));
		tenants().forEach(this.tenants::put);
	}

	List<SimulatedTenant> tenants() {
		return List.of(tenant('1', "Contoso", "contoso").goodFor("The whole walk: nothing stands in the way."),
				tenant('2', "Fabrikam", "fabrikam").goodFor("A second customer beside Contoso."),
				tenant('3', "Northwind Traders", "northwindtraders").goodFor("A third one."),
				tenant('4', "Woodgrove Bank", "woodgrove").readable(true)
					.goodFor("Its permissions can be read item by item, by their ids."),
				tenant('5', "Litware", "litware").consenting(ConsentState.none, ConsentState.spreading, 0)
					.goodFor("Spreading consent: after Accept it says no a few times more."),
				tenant('6', "Adatum", "adatum").consenting(ConsentState.none, ConsentState.incomplete, 0)
					.readable(true)
					.goodFor("Incomplete consent: after Accept two permissions are missing."),
				tenant('7', "Tailspin Toys", "tailspintoys").consenting(ConsentState.blocked, ConsentState.blocked, 0)
					.goodFor("Its IT has switched the application off."),
				tenant('8', "Proseware", "proseware").consenting(ConsentState.blocked, ConsentState.blocked, 0)
					.blockedBy(Block.conditionalAccess)
					.goodFor("A Conditional Access policy of its own refuses us tokens."),
				tenant('9', "Wingtip Government", "wingtip").livingIn(Cloud.usGovernment)
					.goodFor("Lives in a national cloud, where the service cannot go."),
				tenant('a', "Trey Research", "treyresearch").consenting(ConsentState.granted, ConsentState.granted, 0)
					.goodFor("Has consented already, before anybody asks."),
				SimulatedTenant.named(CONSUMERS, "Microsoft Accounts", List.of("outlook.com"))
					.goodFor("Where personal accounts live: " + NEVER_A_CUSTOMER),
				SimulatedTenant.named(this.settings.homeTenant(), "Modality Systems", List.of("videosrv.net"))
					.goodFor("Our own: " + NEVER_A_CUSTOMER));
	}

	/** With a GUID that is easy to tell from the others. */
	private static SimulatedTenant tenant(char digit, String name, String domain) {
		String id = "ssssssss-ssss-4sss-8sss-ssssssssssss".replace('s', digit);
		return SimulatedTenant.named(UUID.fromString(id), name, List.of(domain + ".com", domain + ".onmicrosoft.com"));
	}

}
