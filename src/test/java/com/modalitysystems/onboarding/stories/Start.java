package com.modalitysystems.onboarding.stories;

import java.util.Map;

/** How far a customer is when a story begins. */
enum Start {

	/** With a tenant that does not exist. */
	mistaken, requested, consentAwaited, setupAwaited;

	/** What they say when they are asked for their tenant. */
	String tenantOf(Guest guest) {
		return (this == mistaken) ? "mistaken-" + guest.domain() : guest.tenant().toString();
	}

	void reach(Town town, Guest guest) {
		town.days.work();
		if (compareTo(consentAwaited) >= 0) {
			StaffActs.decide(town, guest, "approveRequest", "approve");
			town.days.work();
		}
		if (compareTo(setupAwaited) >= 0) {
			WorldActs.say(town, guest, "granted");
			RoomActs.act(town, guest, "granted", Map.of());
			town.days.work();
		}
	}

}
