package com.modalitysystems.onboarding.sandbox;

import java.time.Duration;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.modalitysystems.onboarding.time.ClockMoved;
import com.modalitysystems.onboarding.time.SettableClock;
import org.junit.jupiter.api.Test;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

class ClockKeeperTests {

	private final SettableClock clock = mock();

	private final World world = mock();

	private final ClockKeeper keeper = new ClockKeeper(this.clock, this.world);

	@Test
	void whoeverFollowsWhileTheClockMovesDoesNotSetItBack() {
		given(this.world.find(any(), any()))
			.willReturn(Optional.of(JsonNodeFactory.instance.objectNode().put("ahead", "PT0S")));
		willAnswer(call -> {
			this.keeper.follow();
			return null;
		}).given(this.world).put(any(), any(), any());
		this.keeper.keep(new ClockMoved(Duration.ofDays(1)));
		then(this.world).should().put(any(), any(), any());
		then(this.clock).should(never()).advance(any());
	}

}
