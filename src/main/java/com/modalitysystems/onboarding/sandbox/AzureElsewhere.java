package com.modalitysystems.onboarding.sandbox;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything in Azure that is not simulated. */
@Profile("sandbox")
@RestController
class AzureElsewhere {

	private final AzureCaller caller;

	AzureElsewhere(AzureCaller caller) {
		this.caller = caller;
	}

	@RequestMapping("/sandbox/azure/**")
	void unknown(HttpServletRequest request) {
		this.caller.check(request);
		throw AzureError
			.notFound("InvalidResourceType",
					"The resource type could not be found in the namespace 'Microsoft.Network' for api version '"
							+ request.getParameter("api-version") + "'.")
			.refusal();
	}

}
