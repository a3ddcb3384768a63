package com.modalitysystems.onboarding.time;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import org.jspecify.annotations.Nullable;

/**
 * Where people work, which decides when their business days and hours are.
 *
 * @param zone their time zone
 * @param country whose weekends and public holidays they have, two letters of ISO 3166-1;
 * none means Saturdays, Sundays and no holiday
 */
public record Workplace(ZoneId zone, @Nullable String country) {

	/**
	 * A workplace somewhere in a country. Of a country's several time zones it is the
	 * middle one, so that nobody is far from it.
	 * @param otherwise where people are who did not name a country, or one without a
	 * known time zone
	 */
	public static Workplace in(@Nullable String country, Workplace otherwise) {
		if (country == null) {
			return otherwise;
		}
		List<ZoneId> zones = zonesOf(country);
		return new Workplace(zones.isEmpty() ? otherwise.zone() : zones.get((zones.size() - 1) / 2), country);
	}

	/**
	 * The workplace of somebody who may have named a country, and may have chosen a time
	 * zone.
	 */
	public static Workplace of(@Nullable String country, @Nullable ZoneId chosen, Workplace otherwise) {
		Workplace usual = in(country, otherwise);
		return (chosen != null) ? new Workplace(chosen, usual.country()) : usual;
	}

	/** One time zone for each way in which clocks go somewhere in the world, by name. */
	public static List<ZoneId> zonesOfTheWorld() {
		TimeZoneNames names = TimeZoneNames.getInstance(ULocale.ENGLISH);
		return names.getAvailableMetaZoneIDs()
			.stream()
			.map(zones -> names.getReferenceZoneID(zones, "001"))
			.filter(ZoneId.getAvailableZoneIds()::contains)
			.distinct()
			.sorted()
			.map(ZoneId::of)
			.toList();
	}

	/**
	 * The time zones of a country, from west to east.
	 * @param country two letters of ISO 3166-1; none means all countries
	 */
	public static List<ZoneId> zonesOf(@Nullable String country) {
		return TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, country, null)
			.stream()
			.filter(ZoneId.getAvailableZoneIds()::contains)
			.sorted(Comparator.comparing((String zone) -> TimeZone.getTimeZone(zone).getRawOffset())
				.thenComparing(zone -> zone))
			.map(ZoneId::of)
			.toList();
	}

}
