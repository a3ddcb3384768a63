package com.modalitysystems.onboarding.customer;

/** For whom an onboarding waits; the names are those of the API. */
public enum WaitingFor {

	staff, customer, microsoft, operator, nobody

}
