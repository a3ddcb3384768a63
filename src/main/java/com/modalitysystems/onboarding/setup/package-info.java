/**
 * Door: the customer's set-up room behind the mailed link.
 */
@ApplicationModule(allowedDependencies = { "customer", "process", "time" })
@NullMarked
package com.modalitysystems.onboarding.setup;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
