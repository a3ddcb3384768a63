package com.modalitysystems.onboarding.firewall;

import com.modalitysystems.onboarding.LiveTest;

/**
 * The contract against a live security group. {@code FIREWALL_AZURE_TENANTID},
 * {@code _CLIENTID}, {@code _CLIENTSECRET} and {@code _SECURITYGROUP} name it; nothing
 * else is needed. Rules are made in {@code FIREWALL_AZURE_PRIORITIES} for addresses that
 * nobody has, and removed again.
 */
@LiveTest
class AzureFirewallLiveTests extends FirewallContract {

}
