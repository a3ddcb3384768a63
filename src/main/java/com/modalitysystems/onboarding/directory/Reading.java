package com.modalitysystems.onboarding.directory;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import com.modalitysystems.onboarding.customer.Consent.Item;
import com.modalitysystems.onboarding.customer.Permission;

/**
 * What could be read of the permissions in one look at a tenant.
 *
 * @param assigned the ids on record in the directory, if they may be read
 * @param inToken the names that the token carries in lower case, if it can be read
 * @param signIn whether the delegated permission was seen to be granted
 */
record Reading(Optional<Set<UUID>> assigned, Optional<Set<String>> inToken, boolean signIn) {

	/** Each permission's own answer: by id where that may be read, else by the token. */
	Map<Permission, Item> items() {
		Map<Permission, Item> items = new EnumMap<>(Permission.class);
		Arrays.stream(Permission.values()).forEach((permission) -> items.put(permission, item(permission)));
		return items;
	}

	private Item item(Permission permission) {
		if (permission.isDelegated()) {
			// that it was not seen says little: it is granted person by person, too
			return this.signIn ? Item.granted : Item.notCheckable;
		}
		return this.assigned.map((ids) -> ids.contains(permission.id()))
			.or(() -> this.inToken.map((names) -> names.contains(name(permission))))
			.map((granted) -> granted ? Item.granted : Item.missing)
			.orElse(Item.notCheckable);
	}

	/** Whether anything that was read says that one of these is missing. */
	boolean missesAny(Set<Permission> permissions) {
		return permissions.stream().anyMatch((permission) -> says(permission, (granted) -> !granted));
	}

	/** Whether what was read says with one voice that one of these is missing. */
	boolean surelyMissesAny(Set<Permission> permissions) {
		return permissions.stream()
			.anyMatch(
					(permission) -> says(permission, (granted) -> !granted) && !says(permission, (granted) -> granted));
	}

	/** Whether anything at all was granted. */
	boolean hasAny() {
		return items().containsValue(Item.granted);
	}

	private boolean says(Permission permission, Predicate<Boolean> what) {
		return !permission.isDelegated()
				&& (this.assigned.filter((ids) -> what.test(ids.contains(permission.id()))).isPresent()
						|| this.inToken.filter((names) -> what.test(names.contains(name(permission)))).isPresent());
	}

	private static String name(Permission permission) {
		return permission.graphName().toLowerCase(Locale.ROOT);
	}

}
