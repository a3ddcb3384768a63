package com.modalitysystems.onboarding.setup;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

import com.modalitysystems.onboarding.customer.Country;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.time.Workplace;
import org.jspecify.annotations.Nullable;

/**
 * The time zones that a customer may choose from.
 *
 * @param near those of their country, from west to east
 * @param others all others, by name
 * @param chosen the one they chose, empty when none
 */
record ZoneChoices(List<String> near, List<String> others, String chosen) {

	static ZoneChoices of(Customer customer) {
		List<String> near = near(customer.asked().country());
		List<String> others = Workplace.zonesOf(null)
			.stream()
			.map(ZoneId::getId)
			.filter(zone -> !near.contains(zone))
			.sorted()
			.toList();
		return new ZoneChoices(near, others, Objects.toString(customer.asked().timeZone(), ""));
	}

	private static List<String> near(@Nullable Country country) {
		return (country != null) ? Workplace.zonesOf(country.code()).stream().map(ZoneId::getId).toList() : List.of();
	}

}
