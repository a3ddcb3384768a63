package com.modalitysystems.onboarding.setup;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.modalitysystems.onboarding.customer.CustomerWishes;

/** Every page in every state. */
final class Scenes {

	private final Map<String, List<Scene>> byPlace = new LinkedHashMap<>();

	Scenes(SetupRoomTest house, CustomerWishes wishes, Clock clock) {
		OtherScenes others = new OtherScenes(house);
		RoomScenes room = new RoomScenes(house, wishes, clock);
		this.byPlace.put("Where a customer asks", others.request());
		this.byPlace.put("The set-up room before the consent", room.beforeTheConsent());
		this.byPlace.put("The set-up room at the consent", room.atTheConsent());
		this.byPlace.put("What can be in the way of the consent", room.troubles());
		this.byPlace.put("Mistakes in the set-up room", room.mistakes());
		this.byPlace.put("The set-up room after the consent", room.afterTheConsent());
		this.byPlace.put("Ends", room.ends());
		this.byPlace.put("Ways back, and ways that lead nowhere", others.ways());
		this.byPlace.put("The pages of staff", others.staff());
		this.byPlace.put("The sandbox", others.sandbox());
	}

	/** All of them, under the place to which they belong. */
	Map<String, List<Scene>> byPlace() {
		return this.byPlace;
	}

	List<Scene> all() {
		return this.byPlace.values().stream().flatMap(List::stream).toList();
	}

}
