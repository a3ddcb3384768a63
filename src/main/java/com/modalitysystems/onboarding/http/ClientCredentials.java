package com.modalitysystems.onboarding.http;

import java.net.URI;

/**
 * With what an application of ours proves to Microsoft Entra that it is itself.
 *
 * @param loginUrl where tokens are fetched: {@code https://login.microsoftonline.com}
 * @param clientId the application's id
 * @param clientSecret its secret, which does not print
 */
public record ClientCredentials(URI loginUrl, String clientId, String clientSecret) {

	@Override
	public String toString() {
		return "ClientCredentials[loginUrl=" + this.loginUrl + ", clientId=" + this.clientId
				+ ", clientSecret=********]";
	}

}
