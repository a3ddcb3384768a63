package com.modalitysystems.onboarding.sandbox;

import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What goes wrong with the next calls of a simulated service.
 *
 * @param target which service
 * @param path regular expression of the paths it is about, all when missing; of the
 * recipients when the target is the mail server
 * @param times how often, once when missing
 * @param every strikes only each n-th of the calls it is about, each when missing
 * @param status answered instead, or the SMTP code
 * @param retryAfter seconds named in {@code Retry-After}
 * @param delayMillis how long the answer is held back
 * @param drop whether the connection is cut instead of an answer
 * @param after whether the call takes effect before it goes wrong
 */
record Fault(Target target, @Nullable String path, @Nullable Integer times, @Nullable Integer every,
		@Nullable Integer status, @Nullable Integer retryAfter, @Nullable Long delayMillis, @Nullable Boolean drop,
		@Nullable Boolean after) {

	Fault {
		Assert.notNull(target, "target must be one of login, graph, azure, pexip, smtp");
		if (path != null) {
			Pattern.compile(path);
		}
		Assert.isTrue(times == null || times > 0, "times must be 1 or more");
		Assert.isTrue(every == null || every > 0, "every must be 1 or more");
		Assert.isTrue(status == null || (status >= 200 && status < 600), "status must be a status code");
		Assert.isTrue(status != null || drop != null || delayMillis != null,
				"one of status, drop, delayMillis must be given");
	}

	boolean meets(String somePath) {
		return this.path == null || Pattern.compile(this.path).matcher(somePath).find();
	}

	boolean drops() {
		return Boolean.TRUE.equals(this.drop);
	}

	boolean comesAfter() {
		return Boolean.TRUE.equals(this.after);
	}

	/** Whether the call is answered as if nothing were wrong, only later. */
	boolean onlyDelays() {
		return !drops() && this.status == null;
	}

	/** Let the caller wait, if that is a part of it. */
	void hold() {
		if (this.delayMillis == null) {
			return;
		}
		try {
			Thread.sleep(this.delayMillis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	int times(int otherwise) {
		return (this.times != null) ? this.times : otherwise;
	}

	int interval() {
		return (this.every != null) ? this.every : 1;
	}

	public String summary() {
		String what = drops() ? "connection cut" : onlyDelays() ? "delayed" : "answered " + this.status;
		return comesAfter() ? what + " after it took effect" : what;
	}

	/** What the answer says, in no service's own words. */
	Map<String, Object> answer() {
		return Map.of("error",
				Map.of("code", "SandboxFault", "message", "A fault that was asked for at /sandbox/faults"));
	}

}
