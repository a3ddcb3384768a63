/**
 * Door: the operator's examination of an installation, room by room.
 */
@ApplicationModule(allowedDependencies = { "settings" })
@NullMarked
package com.modalitysystems.onboarding.doctor;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
