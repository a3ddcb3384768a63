/**
 * Capability: the customer's Microsoft Entra tenant: does it exist, did it consent.
 */
@ApplicationModule(allowedDependencies = { "customer", "http", "time", "doctor" })
@NullMarked
package com.modalitysystems.onboarding.directory;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
