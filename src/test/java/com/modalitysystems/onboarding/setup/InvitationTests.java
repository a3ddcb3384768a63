package com.modalitysystems.onboarding.setup;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.InvitationProof;
import com.modalitysystems.onboarding.customer.InvitationProof.Outcome;
import com.modalitysystems.onboarding.customer.IssuedValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.modalitysystems.onboarding.setup.Invitations.KEY;
import static com.modalitysystems.onboarding.setup.Invitations.LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class InvitationTests {

	private static final Instant NOW = Instant.parse("2026-11-20T10:15:00Z");

	private static final IssuedValues VALUES = new IssuedValues(KEY,
			"https://px-eu.videosrv.net/teams/?conf={ConfId}&ivr=contoso&d=videosrv.net&prefix=contoso.&w",
			"2b6f4c1e-8a3d-4f7b-9c25-51e0d7a8b3f6");

	static Stream<Arguments> complete() {
		return Stream.of(arguments("text", Invitations.complete()),
				arguments("lines of Windows", Invitations.complete().replace("\n", "\r\n")),
				arguments("text with wrapped links", Invitations.text(Invitations.block(KEY, Invitations.safe(LINK)))),
				arguments("links wrapped twice",
						Invitations.text(Invitations.block(KEY, Invitations.safe(Invitations.safe(LINK))))),
				arguments("HTML", Invitations.html(KEY, LINK)),
				arguments("calendar", Invitations.calendar(Invitations.complete())),
				arguments("calendar with HTML", Invitations.calendar(Invitations.html(KEY, LINK).replace("\n", ""))),
				arguments("capitals", Invitations.complete().replace(KEY, "Contoso@VideoSrv.net")),
				arguments("address marked as one",
						Invitations.text(Invitations.block(KEY + "<mailto:" + KEY + ">", LINK))),
				arguments("sip", Invitations.text(Invitations.block("sip:" + KEY, LINK))),
				arguments("German",
						Invitations.text(Invitations.block(KEY, LINK)
							.replace("Join on a video conferencing device", "Mit einem Videokonferenzgerät teilnehmen")
							.replace("Tenant key", "Mandantenschlüssel")
							.replace("Video ID", "Video-ID"))),
				arguments("the block alone", Invitations.block(KEY, LINK)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void complete(String kind, String pasted) {
		assertThat(look(pasted)).isEqualTo(new InvitationProof(Outcome.complete, true, true, true, NOW));
	}

	static Stream<Arguments> others() {
		return Stream.of(arguments(Outcome.noneYet, false, false, false, Invitations.text("")),
				arguments(Outcome.noneYet, false, false, false, Invitations.calendar(Invitations.text(""))),
				arguments(Outcome.notAnInvitation, false, false, false, "Hello Anna, how are you?"),
				arguments(Outcome.notAnInvitation, false, false, false, "\0\u0001 \uFFFD <a href="),
				arguments(Outcome.otherService, false, false, false,
						Invitations.text(Invitations.block("987654321@t.example.vc",
								"https://dialin.example.vc/teams/?key=987654321&conf=1234567890"))),
				arguments(Outcome.otherService, false, false, false,
						Invitations.html("acme@m.example.com",
								"https://www.example.com/msteams?confid=1234567890&x=1")),
				arguments(Outcome.wrongKey, false, true, false,
						Invitations
							.text(Invitations.block("fabrikam@videosrv.net", LINK.replace("contoso", "fabrikam")))),
				arguments(Outcome.wrongKey, false, true, true,
						Invitations.text(Invitations.block("contosso@videosrv.net", LINK))),
				arguments(Outcome.wrongKey, false, true, false,
						Invitations.text("More info <" + LINK.replace("contoso", "fabrikam") + ">")),
				arguments(Outcome.incomplete, true, true, false,
						Invitations.text(Invitations.block(KEY, "https://aka.ms/nothing"))),
				arguments(Outcome.incomplete, true, true, false,
						Invitations.text(Invitations.block(KEY, LINK.replace("&prefix=contoso.", "")))),
				arguments(Outcome.incomplete, true, true, false,
						Invitations.text(Invitations.block(KEY, "https://other.example/?conf=1234567890"))),
				arguments(Outcome.incomplete, false, true, true, Invitations.text("More info <" + LINK + ">")));
	}

	@ParameterizedTest
	@MethodSource
	void others(Outcome outcome, boolean key, boolean domain, boolean link, String pasted) {
		assertThat(look(pasted)).isEqualTo(new InvitationProof(outcome, key, domain, link, NOW));
	}

	@ParameterizedTest
	@ValueSource(strings = { "x" + KEY, "x." + KEY, KEY + "x", KEY + ".example.com", "contoso-" + KEY })
	void longerAddressIsNotTheTenantKey(String key) {
		assertThat(look(Invitations.text(Invitations.block(key, "https://aka.ms/nothing"))).tenantKey()).isFalse();
	}

	@Test
	void addressOfWhoInvitesIsNoTenantKey() {
		String pasted = Invitations.text("").replace("anna.berg@contoso.com", "anna@videosrv.example");
		assertThat(look(pasted).outcome()).isEqualTo(Outcome.noneYet);
	}

	@Test
	void fileMayBeWrittenByWindows() {
		assertThat(InvitationText.read(("\uFEFF" + "Käse").getBytes(StandardCharsets.UTF_16LE))).isEqualTo("Käse");
		assertThat(InvitationText.read("Käse".getBytes(StandardCharsets.UTF_8))).isEqualTo("Käse");
	}

	@Test
	void linkThatWasCutShortIsLeftAsItIs() {
		String cut = "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fx%";
		assertThat(InvitationText.plain(cut)).isEqualTo(cut);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "<a ", "<a href=", "href=", "http://", "https://x/?&", "VTC ", "video id a", "a@",
			"a.b@c.", "<!--", "&#x", "\\n", "https://x.safelinks.protection.outlook.com/?url=", "<" })
	@Timeout(30)
	void whateverIsPastedIsReadInNoTime(String piece) {
		look("BEGIN:VCALENDAR" + piece.repeat(ProofForm.LARGEST / piece.length()));
	}

	private static InvitationProof look(String pasted) {
		return Invitation.of(pasted).proves(VALUES, NOW);
	}

}
