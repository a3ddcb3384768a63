package com.modalitysystems.onboarding.notices;

import java.util.Optional;

/** Our staff, whom another room knows. */
public interface Colleagues {

	/**
	 * Somebody who may be written to.
	 * @param person as they sign in
	 * @return nobody if they are no more, have no address, or may see no onboarding
	 */
	Optional<Colleague> find(String person);

}
