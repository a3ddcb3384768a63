package com.modalitysystems.onboarding.setup;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Invitations to meetings as mail programs show them, with the ways in that Teams writes.
 */
final class Invitations {

	static final String KEY = "contoso@videosrv.net";

	static final String LINK = "https://px-eu.videosrv.net/teams/?conf=1234567890&ivr=contoso&d=videosrv.net&prefix=contoso.&w";

	private Invitations() {
	}

	/** The text of one, with this between the way in for people and the options. */
	static String text(String block) {
		return """
				From: Anna Berg <anna.berg@contoso.com>
				Subject: Weekly round

				________________________________________________________________________________
				Microsoft Teams Need help?<https://aka.ms/JoinTeamsMeeting?omkt=en-US>
				Join the meeting now<https://teams.microsoft.com/l/meetup-join/19%%3ameeting_Zm9v%%40thread.v2/0?context=x>
				Meeting ID: 345 678 901 234
				Passcode: aB3dE5
				________________________________
				%s
				For organizers: Meeting options<https://teams.microsoft.com/meetingOptions/?organizerId=1>
				"""
			.formatted(block);
	}

	static String block(String key, String link) {
		return """
				Join on a video conferencing device
				Tenant key: %s
				Video ID: 123 456 789 0
				More info<%s>
				""".formatted(key, link);
	}

	/** The text of one with all of our values. */
	static String complete() {
		return text(block(KEY, LINK));
	}

	/** As Outlook's HTML, with wrapped links. */
	static String html(String key, String link) {
		return """
				<html><head><style>p { color: #123456 }</style></head><body><p>Weekly round</p>
				<div><a href="https://teams.microsoft.com/meet/345678901234">Join the meeting now</a><br>Microsoft Teams</div>
				<p>Join on a video conferencing device</p>
				<div><span>Tenant key:</span>&nbsp;<a href="mailto:%1$s">%1$s</a></div>
				<div>Video ID: 123&nbsp;456&nbsp;789&nbsp;0</div><p><a target="_blank" href="%2$s">More info</a></p>
				</body></html>
				"""
			.formatted(key, safe(link).replace("&", "&amp;"));
	}

	/** As Outlook's protection writes a link. */
	static String safe(String link) {
		return "https://eur01.safelinks.protection.outlook.com/ap/t-1/?url="
				+ URLEncoder.encode(link, StandardCharsets.UTF_8)
				+ "&data=05%7C02%7Canna%40contoso.com&sdata=x%3D&reserved=0";
	}

	/** As a calendar file, whose lines are folded. */
	static String calendar(String text) {
		String description = "DESCRIPTION:"
				+ text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n");
		return "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nORGANIZER;CN=Anna Berg:mailto:anna.berg@contoso.com\r\n"
				+ description.replaceAll("(.{71})(?=.)", "$1\r\n ") + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
	}

}
