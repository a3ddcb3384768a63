/**
 * What stays written whatever becomes of the caller's transaction, and who may act while
 * all others wait.
 */
@ApplicationModule(allowedDependencies = { "doctor", "time" })
@NullMarked
package com.modalitysystems.onboarding.database;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
