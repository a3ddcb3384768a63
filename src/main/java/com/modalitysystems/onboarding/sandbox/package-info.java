/**
 * A stand-in for the outside world, spoken to over HTTP and SMTP like the real one.
 */
@ApplicationModule(allowedDependencies = { "time" })
@NullMarked
package com.modalitysystems.onboarding.sandbox;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
