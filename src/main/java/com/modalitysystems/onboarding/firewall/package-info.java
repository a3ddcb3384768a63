/**
 * Capability: who may reach the consent page of the Teams Connector.
 */
@ApplicationModule(allowedDependencies = { "customer", "database", "http", "doctor" })
@NullMarked
package com.modalitysystems.onboarding.firewall;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
