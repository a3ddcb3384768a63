/**
 * Capability: telling others what happened, read from the trail: other systems and
 * channels by webhook, our own staff by a digest.
 */
@ApplicationModule(allowedDependencies = { "customer", "http", "time" })
@NullMarked
package com.modalitysystems.onboarding.notices;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
