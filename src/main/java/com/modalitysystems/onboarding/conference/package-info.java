/**
 * Capability: a customer's place on the Pexip platform, its tenant key.
 */
@ApplicationModule(allowedDependencies = { "customer", "database", "http", "doctor" })
@NullMarked
package com.modalitysystems.onboarding.conference;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
