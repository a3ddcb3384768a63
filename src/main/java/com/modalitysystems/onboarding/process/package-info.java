/**
 * The drawings' Java side: the only room that knows the engine.
 */
@ApplicationModule(
		allowedDependencies = { "customer", "directory", "firewall", "conference", "mail", "http", "time", "trouble" })
@NullMarked
package com.modalitysystems.onboarding.process;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
