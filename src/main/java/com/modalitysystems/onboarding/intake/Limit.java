package com.modalitysystems.onboarding.intake;

import java.time.Duration;

import io.github.bucket4j.BucketConfiguration;

/**
 * How often something may be done by one who is counted.
 *
 * @param kind what is counted: {@code recipient}
 * @param who for whom
 * @param most how often
 * @param period within how long
 */
record Limit(String kind, String who, int most, Duration period) {

	BucketConfiguration configuration() {
		return BucketConfiguration.builder()
			.addLimit(limit -> limit.capacity(this.most).refillGreedy(this.most, this.period))
			.build();
	}

}
