/**
 * Capability: the letters we write, through an outbox.
 */
@ApplicationModule(allowedDependencies = { "customer", "time", "doctor" })
@NullMarked
package com.modalitysystems.onboarding.mail;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
