package com.modalitysystems.onboarding.staff;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.core.io.ClassPathResource;

/** {@code docs/roles.md}: the table that the tests hold the house to, to be read. */
final class RolesDocument {

	private static final String INTRODUCTION = """
			# Roles

			A role is one of the engine's groups. Who is in it is said by the OpenID provider ([sign-in](sign-in.md)), or, where people sign in with
			a password, by an administrator in Camunda Admin. Whoever has several roles may do what any of them may.

			| role | group | for |
			|---|---|---|
			| requester | `onboarding-requesters` | asks for onboardings, and sees what becomes of those |
			| staff | `onboarding-staff` | decides and repairs, in Tasklist |
			| manager | `onboarding-managers` | watches the flow, in Cockpit and in figures |
			| operator | `onboarding-operators` | keeps it running: looks at what failed, and tries it again |
			| auditor | `onboarding-auditors` | sees everything, and changes nothing |
			| api | `onboarding-api` | other systems, at `/api` |
			| admin | `camunda-admin` | everything |

			Each line below is tried by each of them in every build (`RolesTests`), at our pages and at the engine's interface behind
			Tasklist and Cockpit; *nobody* is whoever did not sign in. What is not listed as allowed is refused. Lines that are refused to
			everybody would go past the drawings.

			Every door of the house is tried by each of them, too: all that Camunda and its plugins bring along, our pages, and our API, some
			600 doors. What each answers stands in [doors.csv](../src/test/resources/com/modalitysystems/onboarding/staff/doors.csv)
			(`EveryDoorTests`): a door that comes with a new version of anything stands in no line of it and turns the build red, until
			somebody has looked at it. There 401, 403 and 404 to whoever is not signed in are refusals; to whoever is, 400, 404 and 500 say that
			the door was passed, and that there is nothing behind it by the made-up name, or that the call had no contents.

			""";

	private RolesDocument() {
	}

	static String text() throws IOException {
		List<String> lines = new ClassPathResource("roles.csv", RolesDocument.class)
			.getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.map(RolesDocument::row)
			.toList();
		String rule = "|---|" + ":-:|".repeat(8);
		return INTRODUCTION + Stream.concat(Stream.of(lines.get(0), rule), lines.stream().skip(1))
			.collect(Collectors.joining("\n", "", "\n"));
	}

	private static String row(String line) {
		return Arrays.stream(line.split("\\|"))
			.map(String::strip)
			.map(cell -> cell.equals("yes") ? "✓" : cell.equals("no") ? "" : cell)
			.collect(Collectors.joining(" | ", "| ", " |"));
	}

}
