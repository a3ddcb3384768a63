package com.modalitysystems.onboarding.customer;

import java.util.UUID;

/**
 * The permissions of Microsoft Graph that the customer's administrator consents to. Ids
 * and names are those of the Microsoft Graph permissions reference; what each is for is
 * in {@code messages.properties} under {@code permission.} and its name.
 */
public enum Permission {

	USER_READ_ALL("User.Read.All", "df021288-bdef-4463-88db-98f22de89214"),
	CALLS_INITIATE("Calls.Initiate.All", "284383ee-7f6e-4e40-a2a8-e85dcb029101"),
	CALLS_INITIATE_GROUP_CALL("Calls.InitiateGroupCall.All", "4c277553-8a09-487b-8023-29ee378d8324"),
	CALLS_JOIN_GROUP_CALL("Calls.JoinGroupCall.All", "f6b49018-60ab-4f81-83bd-22caeabfed2d"),
	CALLS_JOIN_GROUP_CALL_AS_GUEST("Calls.JoinGroupCallAsGuest.All", "fd7ccf6b-3d28-418b-9701-cd10f5cd2fd4"),
	CALLS_ACCESS_MEDIA("Calls.AccessMedia.All", "a7a681dc-756e-4909-b988-f160edc6655f"),
	ONLINE_MEETINGS_READ("OnlineMeetings.Read.All", "c1684f21-1984-47fa-9d61-2dc8c296bb70"),
	ONLINE_MEETINGS_READ_WRITE("OnlineMeetings.ReadWrite.All", "b8bb2037-6e08-44ac-a4ea-4674e010e2a4"),
	/** The only delegated one: the administrator's own sign-in. */
	USER_READ("User.Read", "e1fe6dd8-ba31-4d61-89e7-88639da4683d");

	private final String graphName;

	private final UUID id;

	Permission(String graphName, String id) {
		this.graphName = graphName;
		this.id = UUID.fromString(id);
	}

	/** As Microsoft Graph writes it: {@code User.Read.All}. */
	public String graphName() {
		return this.graphName;
	}

	/** The id of the app role, or of the delegated scope. */
	public UUID id() {
		return this.id;
	}

	/** Whether it acts for the signed-in person, and not for the application. */
	public boolean isDelegated() {
		return this == USER_READ;
	}

}
