package com.modalitysystems.onboarding;

import java.util.Arrays;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;

import static com.modalitysystems.onboarding.House.room;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** Who may know the engine and the libraries that come from outside. */
class EngineContainmentTests {

	private static final String ENGINE = "org.camunda.bpm.engine";

	/**
	 * Where the engine is set up, how much of its history it keeps, what becomes of
	 * failures, and how a node takes its jobs.
	 */
	private static final String[] ENGINE_INSIDERS = { room("process") + ".EngineConfiguration",
			room("process") + ".DecisionsOnlyHistory", room("process") + ".IncidentsInTheRecord",
			room("process") + ".FailedStep", room("process") + ".JobsOfThisNode",
			room("process") + ".RepeatedAttempts" };

	/** The one inner class that the engine's public face itself hands out: who calls. */
	private static final Class<?> CALLER = org.camunda.bpm.engine.impl.identity.Authentication.class;

	@Test
	void onlyTheProcessKnowsTheEngine() {
		noClasses().that()
			.resideOutsideOfPackages(room("process"), room("staff"), room("insight"))
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.camunda..")
			.because("whoever keeps the engine in one room can replace it at the price of that room")
			.check(House.CLASSES);
	}

	@Test
	void staffKnowOfTheEngineOnlyWhoMaySeeWhat() {
		noClasses().that()
			.resideInAPackage(room("staff"))
			.should()
			.dependOnClassesThat(resideInAPackage("org.camunda..").and(DescribedPredicate.not(whoMaySeeWhat())))
			.check(House.CLASSES);
	}

	@Test
	void insightKnowsOfTheEngineOnlyHowToExtendCockpit() {
		noClasses().that()
			.resideInAPackage(room("insight"))
			.should()
			.dependOnClassesThat(resideInAPackage("org.camunda..")
				.and(DescribedPredicate.not(resideInAPackage("org.camunda.bpm.cockpit.plugin.."))))
			.allowEmptyShould(true) // the room may keep to figures of our own
			.check(House.CLASSES);
	}

	@Test
	void nobodyReachesIntoTheEngineButItsConfiguration() {
		noClasses().that(DescribedPredicate.not(engineInsiders()))
			.should()
			.dependOnClassesThat(resideInAPackage(ENGINE + ".impl..").and(DescribedPredicate.not(type(CALLER))))
			.because("its inner classes change without notice")
			.check(House.CLASSES);
	}

	@Test
	void theInsidersOfTheEngineAreThere() {
		for (String insider : ENGINE_INSIDERS) {
			assertThat(House.CLASSES.contain(insider)).as(insider).isTrue();
		}
	}

	@Test
	void onlyHttpAndTheDirectorySignInAtMicrosoft() {
		onlyIn(Set.of("http", "directory"), "com.microsoft.aad.msal4j..");
	}

	@Test
	void onlyTheDirectorySpeaksGraph() {
		onlyIn(Set.of("directory"), "com.microsoft.graph..", "com.microsoft.kiota..");
	}

	@Test
	void onlyTheSandboxBringsServersAlong() {
		onlyIn(Set.of("sandbox"), "com.icegreen..", "io.zonky..");
	}

	@Test
	void nobodyCallsTheSandbox() {
		noClasses().that()
			.resideOutsideOfPackage(room("sandbox"))
			.should()
			.dependOnClassesThat()
			.resideInAPackage(room("sandbox"))
			.because("it is spoken to over the wire, like the real world")
			.check(House.CLASSES);
	}

	private static void onlyIn(Set<String> rooms, String... libraries) {
		noClasses().that()
			.resideOutsideOfPackages(rooms.stream().map(House::room).toArray(String[]::new))
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(libraries)
			.check(House.CLASSES);
	}

	/**
	 * The identity, authorization and filter services, the values they speak in, and what
	 * the web applications ask of a sign-in.
	 */
	private static DescribedPredicate<JavaClass> whoMaySeeWhat() {
		return resideInAnyPackage(ENGINE + ".identity", ENGINE + ".authorization", ENGINE + ".filter",
				ENGINE + ".query", ENGINE + ".task", ENGINE + ".rest.security.auth..", "org.camunda.bpm.webapp..")
			.or(named("IdentityService", "AuthorizationService", "FilterService", "ProcessEngine",
					"AuthenticationException", "EntityTypes"));
	}

	private static DescribedPredicate<JavaClass> named(String... names) {
		return DescribedPredicate.describe("one of " + String.join(", ", names),
				type -> type.getPackageName().equals(ENGINE) && Set.of(names).contains(type.getSimpleName()));
	}

	private static DescribedPredicate<JavaClass> engineInsiders() {
		return DescribedPredicate.describe("are the engine's configuration", type -> Arrays.stream(ENGINE_INSIDERS)
			.anyMatch(insider -> type.getName().equals(insider) || type.getName().startsWith(insider + "$")));
	}

}
