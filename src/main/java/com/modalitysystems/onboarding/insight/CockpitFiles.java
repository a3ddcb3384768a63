package com.modalitysystems.onboarding.insight;

import jakarta.ws.rs.Path;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;

/**
 * Serves {@code app/plugin.js} and {@code app/plugin.css} below Cockpit. Public because
 * Jersey makes it.
 */
@Path("plugin/" + CockpitSection.ID)
public class CockpitFiles extends AbstractCockpitPluginRootResource {

	public CockpitFiles() {
		super(CockpitSection.ID);
	}

}
