package com.modalitysystems.onboarding.http;

import java.net.URI;

/**
 * As what an application of ours comes to Microsoft Entra.
 *
 * @param loginUrl where tokens are fetched: {@code https://login.microsoftonline.com}
 * @param clientId the application's id
 * @param proof its secret or certificate, which does not print
 */
public record ClientCredentials(URI loginUrl, String clientId, ClientProof proof) {
}
