package com.modalitysystems.onboarding.settings;

import java.util.stream.Stream;

/** Something that must hold of what is set. */
interface Rule {

	/** Where it does not hold. */
	Stream<Problem> problems(Catalogue catalogue, Given given);

}
