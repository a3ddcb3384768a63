package com.modalitysystems.onboarding.conference;

/**
 * The Teams licences of the platform: one for each customer's tenant.
 *
 * @param used how many are in use
 * @param total how many there are
 */
record Licences(int used, int total) {

	/** Whether none is left for one more customer, so many being kept back. */
	boolean isUsedUp(int reserve) {
		return this.used >= this.total - reserve;
	}

}
