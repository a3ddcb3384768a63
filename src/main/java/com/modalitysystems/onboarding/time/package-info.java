/**
 * What time it is: the clock, the business calendar.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package com.modalitysystems.onboarding.time;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
