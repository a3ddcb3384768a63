/**
 * What the application must be told: before it starts, everything that it was not told,
 * or told wrong, is listed at once.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package com.modalitysystems.onboarding.settings;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
