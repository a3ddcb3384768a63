package com.modalitysystems.onboarding.customer;

/**
 * What the customer's administrator enters in Teams.
 *
 * @param tenantKey the dial address of the customer's virtual reception:
 * {@code acme@videosrv.net}
 * @param instructionUri where a meeting invitation leads for more ways to dial in; holds
 * Microsoft's placeholder {@code {ConfId}}, so it is not a URI
 * @param trustedApplicationId the application that may bypass the lobby
 */
public record IssuedValues(String tenantKey, String instructionUri, String trustedApplicationId) {
}
