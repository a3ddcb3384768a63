package com.modalitysystems.onboarding.sandbox;

import java.util.Arrays;
import java.util.List;

/** The permissions that the video application asks for, as Microsoft Graph lists them. */
enum GraphPermission {

	userReadAll("User.Read.All", "df021288-bdef-4463-88db-98f22de89214", "Read all users' full profiles",
			"Allows the app to read user profiles without a signed in user."),
	callsInitiate("Calls.Initiate.All", "284383ee-7f6e-4e40-a2a8-e85dcb029101",
			"Initiate outgoing 1 to 1 calls from the app",
			"Allows the app to place outbound calls to a single user and transfer calls to users in your organization's directory, without a signed-in user."),
	callsInitiateGroupCall("Calls.InitiateGroupCall.All", "4c277553-8a09-487b-8023-29ee378d8324",
			"Initiate outgoing group calls from the app",
			"Allows the app to place outbound calls to multiple users and add participants to meetings in your organization, without a signed-in user."),
	callsJoinGroupCall("Calls.JoinGroupCall.All", "f6b49018-60ab-4f81-83bd-22caeabfed2d",
			"Join group calls and meetings as an app",
			"Allows the app to join group calls and scheduled meetings in your organization, without a signed-in user."),
	callsJoinGroupCallAsGuest("Calls.JoinGroupCallAsGuest.All", "fd7ccf6b-3d28-418b-9701-cd10f5cd2fd4",
			"Join group calls and meetings as a guest",
			"Allows the app to anonymously join group calls and scheduled meetings in your organization, without a signed-in user."),
	callsAccessMedia("Calls.AccessMedia.All", "a7a681dc-756e-4909-b988-f160edc6655f",
			"Access media streams in a call as an app",
			"Allows the app to get direct access to media streams in a call, without a signed-in user."),
	onlineMeetingsRead("OnlineMeetings.Read.All", "c1684f21-1984-47fa-9d61-2dc8c296bb70", "Read online meeting details",
			"Allows the app to read online meeting details in your organization, without a signed-in user."),
	onlineMeetingsReadWrite("OnlineMeetings.ReadWrite.All", "b8bb2037-6e08-44ac-a4ea-4674e010e2a4",
			"Read and create online meetings",
			"Allows the app to read and create online meetings as an application in your organization."),
	userRead("User.Read", "e1fe6dd8-ba31-4d61-89e7-88639da4683d", "Sign in and read user profile",
			"Allows users to sign in to the app, and allows the app to read the profile of signed-in users.");

	private final String graphName;

	private final String id;

	private final String title;

	private final String description;

	GraphPermission(String graphName, String id, String title, String description) {
		this.graphName = graphName;
		this.id = id;
		this.title = title;
		this.description = description;
	}

	public String graphName() {
		return this.graphName;
	}

	String id() {
		return this.id;
	}

	public String title() {
		return this.title;
	}

	public String description() {
		return this.description;
	}

	/** The permissions of the application itself, which a token names as its roles. */
	static List<GraphPermission> roles() {
		return Arrays.stream(values()).filter(permission -> permission != userRead).toList();
	}

}
