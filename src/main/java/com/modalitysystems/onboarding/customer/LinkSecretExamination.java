package com.modalitysystems.onboarding.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.modalitysystems.onboarding.doctor.Examination;
import com.modalitysystems.onboarding.doctor.Finding;

import org.springframework.stereotype.Component;

/** Could somebody guess the secret that opens every set-up room? */
@Component
class LinkSecretExamination implements Examination {

	private static final String FIX = "Set onboarding.link-secret to what \"openssl rand -base64 48\" prints. Do not"
			+ " keep the one before as onboarding.previous-link-secret, for whoever guesses it would still be let in:"
			+ " links in letters stop working, and customers need new ones.";

	// 32 random hexadecimal digits have about 115
	private static final double FEWEST_BITS = 96;

	private static final int REPETITION = 8;

	private final OnboardingSettings settings;

	LinkSecretExamination(OnboardingSettings settings) {
		this.settings = settings;
	}

	@Override
	public String subject() {
		return "Link secret";
	}

	@Override
	public List<Finding> findings() {
		List<Finding> findings = new ArrayList<>();
		findings.add(strengthOf(this.settings.linkSecret().reveal()));
		if (this.settings.previousLinkSecret() != null) {
			findings.add(Finding.warning("links signed with the secret before it are still accepted",
					"Remove onboarding.previous-link-secret once nobody uses letters that are older than the new one."));
		}
		return findings;
	}

	private static Finding strengthOf(String secret) {
		if (repeats(secret)) {
			return Finding.failed("repeats itself, so it can be guessed", FIX);
		}
		return (bitsOf(secret) < FEWEST_BITS) ? Finding.failed("is not random enough, so it can be guessed", FIX)
				: Finding.ok("strong");
	}

	private static boolean repeats(String secret) {
		for (int start = 0; start + 2 * REPETITION <= secret.length(); start++) {
			if (secret.indexOf(secret.substring(start, start + REPETITION), start + REPETITION) >= 0) {
				return true;
			}
		}
		return false;
	}

	/** The entropy of its characters, as often as each of them occurs. */
	private static double bitsOf(String secret) {
		Map<Integer, Long> counts = secret.chars()
			.boxed()
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		double length = secret.length();
		return -counts.values().stream().mapToDouble((count) -> count * Math.log(count / length) / Math.log(2)).sum();
	}

}
