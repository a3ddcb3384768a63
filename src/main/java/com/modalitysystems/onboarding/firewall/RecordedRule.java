package com.modalitysystems.onboarding.firewall;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/**
 * A rule of ours, as our own record tells of it.
 *
 * @param name its name in Azure
 * @param group the name of the security group in which it lies
 * @param priority its priority there
 * @param opened since when it is in force; none as long as Azure has not said so
 * @param closed when Azure had removed it; none as long as it may be in force
 */
public record RecordedRule(String name, String group, int priority, @Nullable OffsetDateTime opened,
		@Nullable OffsetDateTime closed) {
}
