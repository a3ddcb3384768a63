package com.modalitysystems.onboarding.staff;

/** Who must be there before anybody can come in. */
interface FirstPeople {

	/**
	 * Make sure of them.
	 * @throws StartRefused if that cannot be
	 */
	void ensure();

}
