package com.modalitysystems.onboarding.setup;

/**
 * How a page learns that there is something new to see.
 *
 * @param version another one whenever there is
 * @param seconds after how many it is to ask again
 */
record Progress(String version, long seconds) {
}
