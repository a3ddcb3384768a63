package com.modalitysystems.onboarding.setup;

import java.util.List;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.IssuedValues;

/**
 * Lines of PowerShell for one purpose.
 *
 * @param name the purpose: {@code setup.cmdlets.} of this name says it
 * @param lines the lines, with the customer's values
 */
record Cmdlets(String name, String lines) {

	private static final String GRANT = "Grant-CsTeamsVideoInteropServicePolicy -PolicyName ";

	private static final String OURS = GRANT + "PexipServiceProviderEnabled ";

	/** What it takes to set the service up and administer it by hand. */
	static List<Cmdlets> of(Customer customer) {
		IssuedValues issued = customer.requireIssued();
		String values = " -TenantKey " + PowerShellText.quote(issued.tenantKey()) + " -InstructionUri "
				+ PowerShellText.quote(issued.instructionUri()) + " -AllowAppGuestJoinsAsAuthenticated $true"
				+ " -AadApplicationIds " + PowerShellText.quote(issued.trustedApplicationId());
		return List.of(new Cmdlets("signIn", "Connect-MicrosoftTeams -TenantId " + PowerShellText
			.quote(customer.requireTenantId().asText())), new Cmdlets("list",
					"""
							Get-CsVideoInteropServiceProvider
							Get-CsTeamsVideoInteropServicePolicy -Filter '*enabled*'
							Get-CsTeamsVideoInteropServicePolicy -Identity Global
							Get-CsOnlineUser -Identity 'anna@example.com' | Format-List UserPrincipalName, TeamsVideoInteropServicePolicy"""),
				new Cmdlets("create", "New-CsVideoInteropServiceProvider -Name Pexip" + values),
				new Cmdlets("change", "Set-CsVideoInteropServiceProvider -Identity Pexip" + values),
				new Cmdlets("grant", OURS + "-Identity 'anna@example.com'\n" + OURS + "-Global"),
				new Cmdlets("revoke", GRANT + "$null -Identity 'anna@example.com'\n" + GRANT + "$null -Global"),
				new Cmdlets("remove", "Remove-CsVideoInteropServiceProvider -Identity Pexip"));
	}

}
