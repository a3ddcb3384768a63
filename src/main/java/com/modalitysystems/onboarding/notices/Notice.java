package com.modalitysystems.onboarding.notices;

/**
 * That somebody is to be told of an event.
 *
 * @param id which one
 * @param recipient who is to be told
 * @param event of which event of the trail
 * @param attempts how often that was tried, with the one that is being made
 */
record Notice(long id, String recipient, long event, int attempts) {
}
