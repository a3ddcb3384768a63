package com.modalitysystems.onboarding.stories;

import java.util.Random;

import com.modalitysystems.onboarding.SteppedHouseTest;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.lifecycle.AfterTry;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContextManager;

/**
 * Whatever happens, in whatever order, the house stays in order. The first stories are
 * the same in each run; {@code -Djqwik.tries.default=500} tells more of them.
 */
@SteppedHouseTest
class WhateverHappensTests {

	private static final int LONGEST = 40;

	// another number, other stories
	private static final long OTHERS = Long.getLong("stories.seed", 0);

	// what jqwik reckons with, whatever is asked for
	private static final int TRIES = 1000;

	@Autowired
	private ApplicationContext house;

	private Town town;

	WhateverHappensTests() throws Exception {
		TestContextManager spring = new TestContextManager(getClass());
		spring.beforeTestClass();
		spring.prepareTestInstance(this);
	}

	@Property(seed = "20310303", edgeCases = EdgeCasesMode.NONE)
	void theHouseStaysInOrder(@ForAll("stories") Story story) {
		this.town = new Town(this.house, story.starts());
		story.tell(this.town);
	}

	@Provide
	Arbitrary<Story> stories() {
		RandomGenerator<Story> any = Stories.any(LONGEST).generator(TRIES, false);
		return Arbitraries.fromGenerator(random -> any.next(new Random(random.nextLong() ^ OTHERS)));
	}

	@AfterTry
	void theStoryIsOver() {
		this.town.close();
	}

}
