/**
 * What can go wrong: each failure by its name, what it means, whose turn it is, and the
 * way on.
 */
@ApplicationModule(allowedDependencies = "customer")
@NullMarked
package com.modalitysystems.onboarding.trouble;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
