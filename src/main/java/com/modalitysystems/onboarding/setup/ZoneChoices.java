package com.modalitysystems.onboarding.setup;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Country;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.time.Workplace;
import org.jspecify.annotations.Nullable;

/**
 * The time zones that a customer may choose from.
 *
 * @param near those of their country, from west to east
 * @param others those of the rest of the world, by name
 * @param chosen the one they chose, empty when none
 */
record ZoneChoices(List<String> near, List<String> others, String chosen) {

	static ZoneChoices of(Customer customer) {
		Country country = customer.asked().country();
		List<String> near = near(country);
		String chosen = Objects.toString(customer.asked().timeZone(), "");
		List<ZoneId> world = (country != null) ? Workplace.zonesOfTheWorld() : Workplace.zonesOf(null);
		List<String> others = Stream.concat(Stream.of(chosen), world.stream().map(ZoneId::getId))
			.filter(zone -> !zone.isEmpty() && !near.contains(zone))
			.distinct()
			.sorted()
			.toList();
		return new ZoneChoices(near, others, chosen);
	}

	private static List<String> near(@Nullable Country country) {
		return (country != null) ? Workplace.zonesOf(country.code()).stream().map(ZoneId::getId).toList() : List.of();
	}

}
