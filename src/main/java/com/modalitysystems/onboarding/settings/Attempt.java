package com.modalitysystems.onboarding.settings;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Makes a record out of what is set, as Spring Boot will, but does not stop at the first
 * value that it cannot use.
 */
final class Attempt implements BindHandler {

	private final Map<String, Object> values = new HashMap<>();

	private final Map<String, Exception> failures = new HashMap<>();

	static Attempt at(Catalogue.Holder holder, Binder binder) {
		Attempt attempt = new Attempt();
		binder.bindOrCreate(holder.prefix(), Bindable.of(holder.type()), attempt);
		return attempt;
	}

	@Override
	public Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
		this.values.put(name.toString(), result);
		return result;
	}

	/** Go on as if it had not been set. */
	@Override
	@SuppressWarnings("NullAway") // that is how a handler says so
	public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Exception error) {
		// an item of a list counts for the list
		this.failures.putIfAbsent(name.toString().replaceFirst("\\[.*", ""), error);
		return null;
	}

	@Nullable Object value(String setting) {
		return this.values.get(setting);
	}

	/** Whether anything that begins with this name was set. */
	boolean hasAny(String name) {
		return this.values.keySet().stream().anyMatch((key) -> key.startsWith(name + "."));
	}

	/** What was refused, by the name of the setting or of the record. */
	Map<String, Exception> failures() {
		return this.failures;
	}

}
