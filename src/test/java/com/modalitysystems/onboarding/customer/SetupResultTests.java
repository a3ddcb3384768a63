package com.modalitysystems.onboarding.customer;

import java.time.Instant;

import com.modalitysystems.onboarding.customer.SetupResult.Federation;
import com.modalitysystems.onboarding.customer.SetupResult.Mode;
import com.modalitysystems.onboarding.customer.SetupResult.PolicySeen;
import com.modalitysystems.onboarding.customer.SetupResult.ProviderSeen;
import com.modalitysystems.onboarding.customer.SetupResult.Scope;
import com.modalitysystems.onboarding.customer.SetupResult.Stop;
import com.modalitysystems.onboarding.customer.SetupResult.TenantSeen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SetupResultTests {

	private static final Instant AT = Instant.parse("2026-11-20T10:15:00Z");

	@Test
	void everyWordIsSignedInOrder() {
		assertThat(result(Mode.pilot, AT).signedText())
			.isEqualTo("pilot;nowhere;here;there;ours;pilot;open;2;2026-11-20T10:15:00Z;4821");
	}

	@ParameterizedTest
	@CsvSource({ "pilot, nowhere, here, there, ours, pilot, true",
			"everyone, nowhere, here, there, ours, everyone, true", "plan, nowhere, here, there, ours, everyone, false",
			"status, nowhere, here, there, ours, pilot, false", "undo, nowhere, here, there, none, nobody, false",
			"pilot, nowhere, here, there, ours, nobody, false", "pilot, nowhere, here, there, differs, pilot, false",
			"pilot, change, here, there, ours, pilot, false",
			"everyone, nowhere, here, there, ours, otherService, false",
			"everyone, nowhere, here, there, none, everyone, false" })
	void onlyARunThatDidEverythingIsASetUp(Mode mode, Stop stop, TenantSeen tenant, PolicySeen policy,
			ProviderSeen provider, Scope scope, boolean setUp) {
		assertThat(new SetupResult(mode, stop, tenant, policy, provider, scope, Federation.open, 1, AT, 1000).isSetUp())
			.isEqualTo(setUp);
	}

	@Test
	void troublesAreNamed() {
		assertThat(result(Mode.plan, Stop.nowhere, ProviderSeen.other, AT).troubles())
			.containsExactly("provider.other");
		assertThat(result(Mode.pilot, Stop.provider, ProviderSeen.other, AT).troubles())
			.containsExactly("stoppedAt.provider", "provider.other");
		assertThat(result(Mode.plan, Stop.nowhere, ProviderSeen.none, AT).troubles()).isEmpty();
		assertThat(result(Mode.everyone, Stop.nowhere, ProviderSeen.none, AT).troubles())
			.containsExactly("provider.none");
	}

	@Test
	void whatWasNotSeenIsNotTold() {
		assertThat(new SetupResult(Mode.plan, Stop.signIn, TenantSeen.unknown, PolicySeen.unknown, ProviderSeen.unknown,
				Scope.unknown, Federation.unknown, 0, AT, 1000)
			.findings()).containsExactly("mode.plan", "stoppedAt.signIn");
	}

	@ParameterizedTest
	@CsvSource({ "-1, 1000", "1000, 1000", "0, 999", "0, 10000" })
	void numbersHaveTheirBounds(int pilots, int run) {
		assertThatIllegalArgumentException().isThrownBy(() -> new SetupResult(Mode.plan, Stop.nowhere, TenantSeen.here,
				PolicySeen.there, ProviderSeen.ours, Scope.pilot, Federation.open, pilots, AT, run));
	}

	static SetupResult result(Mode mode, Instant at) {
		return result(mode, Stop.nowhere, ProviderSeen.ours, at);
	}

	static SetupResult result(Mode mode, Stop stop, ProviderSeen provider, Instant at) {
		return new SetupResult(mode, stop, TenantSeen.here, PolicySeen.there, provider, Scope.pilot, Federation.open, 2,
				at, 4821);
	}

}
