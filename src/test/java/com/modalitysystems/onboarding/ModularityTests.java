package com.modalitysystems.onboarding;

import com.tngtech.archunit.core.domain.JavaPackage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

import static org.assertj.core.api.Assertions.assertThat;

class ModularityTests {

	@Test
	void noRoomCallsPastItsWalls() {
		ApplicationModules.of(OnboardingApplication.class).verify();
	}

	@Test
	void everyRoomHasItsWallsAndHoldsNoOther() {
		assertThat(House.CLASSES.getPackage(House.ROOT).getSubpackages()).isNotEmpty().allSatisfy(room -> {
			assertThat(room.isAnnotatedWith(ApplicationModule.class)).as(room + " says whom it may call").isTrue();
			assertThat(room.isAnnotatedWith(NullMarked.class)).as(room + " is @NullMarked").isTrue();
			assertThat(room.getSubpackages()).extracting(JavaPackage::getName).isEmpty();
		});
	}

}
