package com.modalitysystems.onboarding.conference;

import com.modalitysystems.onboarding.http.Fault;

/** There is no Teams licence left for one more customer. */
class LicencesUsedUp extends Fault {

	private static final long serialVersionUID = 1L;

	LicencesUsedUp(Licences licences, int reserve) {
		super("Pexip.licencesUsedUp",
				"Pexip: the Teams licences are used up: " + licences.used() + " of " + licences.total() + " are in use"
						+ ((reserve > 0) ? ", and conference.pexip.licence-reserve keeps " + reserve + " back" : "")
						+ "; order more, or take former customers off the platform",
				null);
	}

}
