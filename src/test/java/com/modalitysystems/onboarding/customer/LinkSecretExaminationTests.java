package com.modalitysystems.onboarding.customer;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import com.modalitysystems.onboarding.doctor.Finding;
import com.modalitysystems.onboarding.doctor.Finding.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LinkSecretExaminationTests {

	private static final String STRONG = "Zr8vQ2kXw5Tn1Lc7Hd4Jm9Pb6Gy3Sf0A";

	@ParameterizedTest
	@ValueSource(strings = { STRONG, "9f86d081884c7d659a2feaa0c55ad015", "4a1c8e07-5b2d-4f93-a6e8-d70b3c915f24",
			"u6YzH0x2mQ9rT4bVw8kLpS1nCj7dGfEaXo3iRq5tUyZ+/B8h" })
	void whatIsRandomIsStrong(String secret) {
		assertThat(findings(secret, null)).singleElement().extracting(Finding::verdict).isEqualTo(Verdict.ok);
	}

	@ParameterizedTest
	@ValueSource(strings = { "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "abababababababababababababababababab",
			"hunter2-hunter2-hunter2-hunter2-hunter2", "onemeeting-secret-onemeeting-secret",
			"11112222333344441111222233334444" })
	void whatRepeatsItselfOrHasFewCharactersCanBeGuessed(String secret) {
		assertThat(findings(secret, null)).singleElement().satisfies((finding) -> {
			assertThat(finding.verdict()).isEqualTo(Verdict.failed);
			assertThat(finding.fix()).contains("onboarding.link-secret", "openssl rand",
					"Do not keep the one before as onboarding.previous-link-secret");
			assertThat(finding.toString()).doesNotContain(secret);
		});
	}

	@Test
	void aSecretThatIsStillAcceptedIsWorthALook() {
		assertThat(findings(STRONG, UUID.randomUUID().toString())).extracting(Finding::verdict)
			.containsExactly(Verdict.ok, Verdict.warning);
	}

	private static List<Finding> findings(String secret, @Nullable String previous) {
		return new LinkSecretExamination(new OnboardingSettings(URI.create("https://onboarding.videosrv.net"),
				new Secret(secret), (previous != null) ? new Secret(previous) : null, "OneMeeting",
				"support@videosrv.net", "", null, "videosrv.net", BrandLook.ours()))
			.findings();
	}

}
