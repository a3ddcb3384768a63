/**
 * Door: where an onboarding is asked for.
 */
@ApplicationModule(allowedDependencies = { "customer", "process", "time" })
@NullMarked
package com.modalitysystems.onboarding.intake;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
