/**
 * Who is being onboarded: the record, its values, its trail of events.
 */
@ApplicationModule(allowedDependencies = { "time", "doctor" })
@NullMarked
package com.modalitysystems.onboarding.customer;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
