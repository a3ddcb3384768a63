package com.modalitysystems.onboarding.stories;

/** What somebody says who comes back from the consent page. */
enum Claim {

	SUCCESS("&admin_consent=True&tenant=%1$s"), SUCCESS_ELSEWHERE("&admin_consent=True&tenant=%2$s"),
	SUCCESS_NOWHERE("&admin_consent=True&tenant=nonsense"), ERROR("&error=access_denied&error_description=AADSTS65004"),
	BOTH("&admin_consent=True&tenant=%1$s&error=access_denied");

	private final String query;

	Claim(String query) {
		this.query = query;
	}

	/** As it stands in the address. */
	String of(Guest guest, Guest other) {
		return this.query.formatted(guest.tenant(), other.tenant());
	}

}
