/**
 * How we speak HTTP to others: deadlines, the name of a failure.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package com.modalitysystems.onboarding.http;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
