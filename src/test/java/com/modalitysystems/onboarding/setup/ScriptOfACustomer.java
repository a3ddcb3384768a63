package com.modalitysystems.onboarding.setup;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.modalitysystems.onboarding.setup.PowerShellTokens.Kind;
import com.modalitysystems.onboarding.setup.PowerShellTokens.Token;

/** What the script of a customer does at its end, told once more in Java. */
final class ScriptOfACustomer {

	private static final List<List<String>> WORDS = List.of(List.of("plan", "pilot", "everyone", "undo", "status"),
			List.of("nowhere", "software", "signIn", "tenant", "role", "policy", "provider", "users", "before",
					"change"),
			List.of("unknown", "here", "other"), List.of("unknown", "there", "missing"),
			List.of("unknown", "none", "ours", "differs", "other"),
			List.of("unknown", "nobody", "pilot", "everyone", "otherService"),
			List.of("unknown", "open", "listed", "unlisted", "blocked", "closed"));

	/** When it ran: today. */
	static final Instant AT = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(615, ChronoUnit.MINUTES);

	private final String script;

	private final Map<String, Object> result = new LinkedHashMap<>();

	/** The script as it was downloaded, after a pilot of two. */
	ScriptOfACustomer(String script) {
		this.script = script;
		this.result.putAll(of("mode", "pilot", "stoppedAt", "nowhere", "tenant", "here", "policy", "there", "provider",
				"ours", "scope", "pilot", "federation", "open", "pilots", 2, "at", AT.toString(), "run", 4821));
	}

	ScriptOfACustomer with(String name, Object word) {
		this.result.put(name, word);
		return this;
	}

	/** What it sends with {@code -Report}. */
	String report() {
		Map<String, Object> body = new LinkedHashMap<>(this.result);
		body.put("signature", signature());
		return json(body);
	}

	/** What it prints to be pasted. */
	String code() {
		StringBuilder code = new StringBuilder("1");
		List<Object> words = new ArrayList<>(this.result.values());
		for (int place = 0; place < WORDS.size(); place++) {
			code.append(WORDS.get(place).indexOf(words.get(place)));
		}
		code.append("%03d".formatted(this.result.get("pilots")));
		code.append(this.result.get("at").toString().replaceAll("[^0-9]", ""), 2, 12);
		code.append(this.result.get("run")).append(signature().substring(0, 15).toUpperCase(Locale.ROOT));
		return code.toString().replaceAll("(.{5})(?=.)", "$1-");
	}

	String signature() {
		String text = this.result.values().stream().map(String::valueOf).collect(Collectors.joining(";"));
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(value("ReportKey").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What PowerShell reads from the assignment of a variable. */
	String value(String name) {
		List<Token> tokens = PowerShellTokens.of(this.script);
		for (int at = 1; at < tokens.size(); at++) {
			if (tokens.get(at).kind() == Kind.verbatim
					&& tokens.get(at - 1).text().matches("(?s).*\\$" + name + " += ")) {
				return tokens.get(at).text();
			}
		}
		throw new AssertionError("No string is assigned to " + name);
	}

	static String json(Map<String, Object> body) {
		return body.entrySet()
			.stream()
			.map(field -> "\"" + field.getKey() + "\": "
					+ ((field.getValue() instanceof Integer) ? field.getValue() : "\"" + field.getValue() + "\""))
			.collect(Collectors.joining(", ", "{", "}"));
	}

	private static Map<String, Object> of(Object... pairs) {
		Map<String, Object> map = new LinkedHashMap<>();
		for (int at = 0; at < pairs.length; at += 2) {
			map.put((String) pairs[at], pairs[at + 1]);
		}
		return map;
	}

}
