package com.modalitysystems.onboarding.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Whatever looks like a setting of ours is one: a name that is misspelt would have no
 * effect, and nobody would notice.
 */
final class KnownNames implements Rule {

	// a variable of the machine that is for somebody else, such as MAIL, is further away
	private static final int SLIP = 2;

	@Override
	public Stream<Problem> problems(Catalogue catalogue, Given given) {
		return problems(Metadata.read().properties(), given);
	}

	/** With these as the settings, those of other profiles included. */
	static Stream<Problem> problems(List<Metadata.Property> settings, Given given) {
		List<Metadata.Property> ours = settings.stream()
			.filter((setting) -> !setting.name().startsWith("spring."))
			.toList();
		return Stream.concat(inFiles(ours, given), inVariables(ours, given));
	}

	private static Stream<Problem> inFiles(List<Metadata.Property> ours, Given given) {
		Set<String> known = names(ours);
		Set<String> rooms = known.stream().map(KnownNames::room).collect(Collectors.toSet());
		return given.names()
			.filter((name) -> rooms.contains(name.getElement(0, ConfigurationPropertyName.Form.UNIFORM)))
			.filter((name) -> ours.stream().noneMatch((setting) -> setting.isMeantBy(name)))
			.map((name) -> problem(name.toString(), nearest(name.toString(), known)));
	}

	// its words may be parted anyhow
	private static Stream<Problem> inVariables(List<Metadata.Property> ours, Given given) {
		Set<String> known = names(ours);
		Set<String> letters = known.stream().map(Likeness::letters).collect(Collectors.toSet());
		return given.variables()
			.map(ConfigurationPropertyName::toString)
			.filter((name) -> !letters.contains(Likeness.letters(name)))
			.filter((name) -> Likeness.distance(name, nearest(name, known)) <= SLIP)
			.map((name) -> problem(name, nearest(name, known)));
	}

	private static Problem problem(String name, String nearest) {
		return Problem.ofRecord(name, "is no setting; the nearest is " + nearest);
	}

	private static String nearest(String name, Set<String> known) {
		return known.stream()
			.min(Comparator.comparingInt((String one) -> Likeness.distance(one, name)))
			.orElseThrow(() -> new IllegalStateException("There are settings"));
	}

	private static Set<String> names(List<Metadata.Property> settings) {
		return settings.stream().map(Metadata.Property::name).collect(Collectors.toCollection(TreeSet::new));
	}

	private static String room(String name) {
		return name.substring(0, name.indexOf('.'));
	}

}
