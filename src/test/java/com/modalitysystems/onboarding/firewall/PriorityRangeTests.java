package com.modalitysystems.onboarding.firewall;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PriorityRangeTests {

	@Test
	void theFirstThatNobodyHasIsGiven() {
		PriorityRange range = PriorityRange.of(" 2000 - 2003 ");
		assertThat(range.firstNotIn(Set.of())).isEqualTo(2000);
		assertThat(range.firstNotIn(Set.of(100, 2000, 2001, 2003))).isEqualTo(2002);
	}

	@Test
	void whenAllAreTakenItSaysWhatToDo() {
		assertThatExceptionOfType(PrioritiesUsedUp.class)
			.isThrownBy(() -> PriorityRange.of("2000-2001").firstNotIn(Set.of(2000, 2001)))
			.withMessageContaining("2000-2001")
			.withMessageContaining("firewall.azure.priorities");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "2000", "99-200", "4000-4097", "2001-2000", "2000-2999,3000", "-2000-2999" })
	void whatAzureWouldRefuseIsRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> PriorityRange.of(text));
	}

}
