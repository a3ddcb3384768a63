package com.modalitysystems.onboarding.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The place of a value in a record of settings.
 *
 * @param holder the record
 * @param name its own in that record
 */
record Slot(Class<?> holder, String name) {

	/**
	 * Whether there must be a value: it has no default, and nothing says that it may
	 * lack.
	 */
	boolean isRequired() {
		RecordComponent[] components = this.holder.getRecordComponents();
		int index = Arrays.stream(components).map(RecordComponent::getName).toList().indexOf(this.name);
		if (index < 0 || components[index].getType().isPrimitive()) {
			return false;
		}
		Constructor<?> constructor = constructor(components);
		return !constructor.getParameters()[index].isAnnotationPresent(DefaultValue.class)
				&& !constructor.getAnnotatedParameterTypes()[index].isAnnotationPresent(Nullable.class);
	}

	private Constructor<?> constructor(RecordComponent[] components) {
		try {
			List<Class<?>> types = Arrays.<RecordComponent>stream(components)
				.<Class<?>>map(RecordComponent::getType)
				.toList();
			return this.holder.getDeclaredConstructor(types.toArray(Class<?>[]::new));
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException("Every record has its canonical constructor", ex);
		}
	}

}
