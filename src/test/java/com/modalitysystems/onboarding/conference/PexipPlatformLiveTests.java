package com.modalitysystems.onboarding.conference;

import com.modalitysystems.onboarding.LiveTest;

/**
 * The contract on a live Management Node. It needs the settings
 * {@code CONFERENCE_PEXIP_…} of a platform where customers may come and go, two free
 * Teams licences, and nothing else; what it makes is called after references
 * ({@code OM-…}) and removed again.
 */
@LiveTest
class PexipPlatformLiveTests extends ConferencePlatformContract {

	@Override
	String company() {
		return "Live Contract";
	}

}
