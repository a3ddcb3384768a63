package com.modalitysystems.onboarding.insight;

import java.util.Set;

import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/**
 * What we add to Cockpit, in the browser only. Public because Cockpit finds it as a
 * service.
 */
public class CockpitSection extends AbstractCockpitPlugin {

	static final String ID = "insight";

	@Override
	public String getId() {
		return ID;
	}

	@Override
	public String getAssetDirectory() {
		return "plugin/" + ID;
	}

	@Override
	public Set<Class<?>> getResourceClasses() {
		return Set.of(CockpitFiles.class);
	}

}
