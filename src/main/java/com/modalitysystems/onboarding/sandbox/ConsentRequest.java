package com.modalitysystems.onboarding.sandbox;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an application sends a person to the consent page with, once it has been checked.
 *
 * @param tenant who is asked to consent, {@code null} when any organization may
 * @param application who asks
 * @param scope what for
 * @param redirectUri where the person goes back to
 * @param state comes back with the person
 */
record ConsentRequest(@Nullable SimulatedTenant tenant, SandboxSettings.Application application, String scope,
		String redirectUri, @Nullable String state) {

	/** Back to the application, with consent. */
	String granted(UUID by) {
		UriComponentsBuilder back = back().queryParam("admin_consent", "True").queryParam("tenant", by);
		return finish(back.queryParam("scope", "{scope}"),
				SimulatedSignIn.GRAPH + "/User.Read " + SimulatedSignIn.GRAPH + "/.default");
	}

	/** Back to the application, without. */
	String declined(String description) {
		UriComponentsBuilder back = back().queryParam("admin_consent", "True").queryParam("error", "consent_required");
		return finish(back.queryParam("error_description", "{description}"), description);
	}

	private UriComponentsBuilder back() {
		return UriComponentsBuilder.fromUriString(this.redirectUri);
	}

	private String finish(UriComponentsBuilder back, String value) {
		if (!StringUtils.hasText(this.state)) {
			return back.encode().buildAndExpand(value).toUriString();
		}
		return back.queryParam("state", "{state}").encode().buildAndExpand(value, this.state).toUriString();
	}

	/**
	 * Why nobody may consent here; Microsoft shows it to the person and sends nobody
	 * back.
	 */
	static class Refused extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final int code;

		Refused(int code, String message) {
			super(message);
			this.code = code;
		}

		public int code() {
			return this.code;
		}

	}

}
