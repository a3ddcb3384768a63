package com.modalitysystems.onboarding.http;

/**
 * Microsoft Entra refused a token, and said why. To ask again does not help before
 * something changes, in the tenant or in our settings.
 */
public class TokenRefused extends RuntimeException implements NamedFailure {

	private static final long serialVersionUID = 1L;

	private final String system;

	private final int aadsts;

	private final String error;

	/**
	 * A refusal.
	 * @param system who refused, as failures name it
	 * @param aadsts the number behind {@code AADSTS}; 0 when there was none
	 * @param error the {@code error} of OAuth 2.0, such as {@code invalid_client}
	 */
	public TokenRefused(String system, int aadsts, String error) {
		super(system + ": refused a token" + ((aadsts > 0) ? " with AADSTS" + aadsts : "") + " (" + error + ")");
		this.system = system;
		this.aadsts = aadsts;
		this.error = error;
	}

	@Override
	public String code() {
		return this.system + ((this.aadsts > 0) ? ".AADSTS" + this.aadsts : ".noToken");
	}

	/** Who refused. */
	String system() {
		return this.system;
	}

	/** The number behind {@code AADSTS}; 0 when there was none. */
	public int aadsts() {
		return this.aadsts;
	}

	/** The {@code error} of OAuth 2.0. */
	public String error() {
		return this.error;
	}

}
