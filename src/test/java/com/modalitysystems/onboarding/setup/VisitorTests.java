package com.modalitysystems.onboarding.setup;

import com.modalitysystems.onboarding.customer.PublicAddress;
import com.modalitysystems.onboarding.setup.Visitor.Place;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class VisitorTests {

	@ParameterizedTest
	@CsvSource({ "20.30.40.50, 20.30.40.50, here", "20.30.40.51, 20.30.40.50, elsewhere",
			"2a01:4f8::1, 20.30.40.50, otherFamily", "20.30.40.50, 2a01:4f8::1, otherFamily",
			"2A01:04F8:0::1, 2a01:4f8::1, here", "127.0.0.1, 20.30.40.50, unseen", "10.1.1.1, 20.30.40.50, unseen",
			"0:0:0:0:0:0:0:1, 20.30.40.50, unseen" })
	void placeFollowsFromTheTwoAddresses(String seen, String opened, Place place) {
		assertThat(Visitor.at(seen, PublicAddress.of(opened)).place()).isEqualTo(place);
	}

}
