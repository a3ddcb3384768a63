package com.modalitysystems.onboarding.customer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the script found and did in the customer's tenant. It names no person. The words
 * are the script's own, in the order in which its result code counts them.
 *
 * @param mode how it was run
 * @param stoppedAt where it stopped, if it did
 * @param tenant in which tenant it ran
 * @param policy whether the tenant offers the policy
 * @param provider the video interop provider at the end
 * @param scope who has the policy at the end
 * @param federation how the tenant treats the service's domain
 * @param pilots how many of the users it was told of have the policy
 * @param at when it ran, to the minute
 * @param run a number that tells runs of one minute apart, from 1000 to 9999
 */
public record SetupResult(Mode mode, Stop stoppedAt, TenantSeen tenant, PolicySeen policy, ProviderSeen provider,
		Scope scope, Federation federation, int pilots, Instant at, int run) {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:'00Z'")
		.withZone(ZoneOffset.UTC);

	public SetupResult {
		List.of(mode, stoppedAt, tenant, policy, provider, scope, federation, at);
		if (pilots < 0 || pilots > 999 || run < 1000 || run > 9999) {
			throw new IllegalArgumentException("The script counts pilots to 999, and runs from 1000 to 9999");
		}
	}

	/** The text that the script signs: every word in order. */
	public String signedText() {
		return Stream
			.of(this.mode, this.stoppedAt, this.tenant, this.policy, this.provider, this.scope, this.federation,
					this.pilots, MINUTE.format(this.at), this.run)
			.map(String::valueOf)
			.collect(Collectors.joining(";"));
	}

	/** Whether this run left a tenant in which somebody can try the service. */
	public boolean isSetUp() {
		return isChange() && this.stoppedAt == Stop.nowhere && troubles().isEmpty()
				&& (this.scope == Scope.pilot || this.scope == Scope.everyone);
	}

	/**
	 * What there is to say of it: words of it that have a sentence, as
	 * {@code provider.ours}.
	 */
	public List<String> findings() {
		return Stream
			.of("mode." + this.mode, "stoppedAt." + this.stoppedAt, "tenant." + this.tenant, "policy." + this.policy,
					"provider." + this.provider, "scope." + this.scope, "federation." + this.federation)
			.filter(finding -> !finding.endsWith(".unknown") && !finding.endsWith(".nowhere"))
			.toList();
	}

	/** Those of the findings that stand between the customer and the service. */
	public List<String> troubles() {
		return findings().stream().filter(this::isTrouble).toList();
	}

	private boolean isTrouble(String finding) {
		return switch (finding) {
			case "tenant.other", "policy.missing", "provider.differs", "provider.other", "scope.otherService" -> true;
			case "provider.none", "scope.nobody" -> isChange();
			default -> finding.startsWith("stoppedAt.");
		};
	}

	private boolean isChange() {
		return this.mode == Mode.pilot || this.mode == Mode.everyone;
	}

	/** How the script was run. */
	public enum Mode {

		plan, pilot, everyone, undo, status

	}

	/** Where the script stopped. */
	public enum Stop {

		nowhere, software, signIn, tenant, role, policy, provider, users, before, change

	}

	/** In which tenant the script ran. */
	public enum TenantSeen {

		unknown,
		/** In the one it was made for. */
		here,
		/** In another one, where it changed nothing. */
		other

	}

	/** Whether Microsoft's policy is there. */
	public enum PolicySeen {

		unknown, there, missing

	}

	/** What the video interop provider of our kind carries. */
	public enum ProviderSeen {

		unknown, none,
		/** Exactly the issued values. */
		ours,
		/** The issued tenant key, but not all of the values. */
		differs,
		/** Another tenant key. */
		other

	}

	/** Who has the policy. */
	public enum Scope {

		unknown, nobody, pilot, everyone, otherService

	}

	/** How the tenant treats the service's domain. */
	public enum Federation {

		unknown, open, listed, unlisted, blocked, closed

	}

}
