/**
 * Door: how onboarding goes, in figures: a page of its own, and a section of Cockpit.
 */
@ApplicationModule(allowedDependencies = { "customer", "time" })
@NullMarked
package com.modalitysystems.onboarding.insight;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
