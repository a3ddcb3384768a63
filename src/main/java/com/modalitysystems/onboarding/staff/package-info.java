/**
 * Door: who may see and do what in Tasklist and Cockpit; sign-in; the onboardings, each
 * on one page.
 */
@ApplicationModule(allowedDependencies = { "customer", "process", "notices", "time", "doctor" })
@NullMarked
package com.modalitysystems.onboarding.staff;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
