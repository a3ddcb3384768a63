package com.modalitysystems.onboarding;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;

import static com.modalitysystems.onboarding.House.room;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

/** How the code of every room is written. */
class CodeRulesTests {

	private static final Set<String> INJECTIONS = Set.of(Autowired.class.getName(), "jakarta.inject.Inject",
			"jakarta.annotation.Resource");

	/** What asks the machine for the time: a type, and its methods that do so. */
	private static final Map<String, Pattern> MACHINE_TIME = Map.of("java.lang.System",
			Pattern.compile("currentTimeMillis"), "java.time.Clock", Pattern.compile("system.*|tick[A-Z].*"),
			"java.util.Date", Pattern.compile("<init>"), "java.util.Calendar", Pattern.compile("getInstance"),
			"java.util.GregorianCalendar", Pattern.compile("<init>"));

	@Test
	void nothingIsInjectedButThroughConstructors() {
		noFields().should().beAnnotatedWith(injection()).check(House.CLASSES);
		noMethods().should().beAnnotatedWith(injection()).check(House.CLASSES);
	}

	@Test
	void noSettingIsReadPastTheSettingsRecords() {
		noClasses().should()
			.dependOnClassesThat(type(Value.class))
			.because("settings are a record in the room that uses them")
			.check(House.CLASSES);
	}

	@Test
	void settingsAreRecordsOfTheirRoom() {
		classes().that()
			.areAnnotatedWith(ConfigurationProperties.class)
			.should()
			.beRecords()
			.andShould()
			.haveSimpleNameEndingWith("Settings")
			.check(House.CLASSES);
		classes().that()
			.areAnnotatedWith(ConfigurationProperties.class)
			.should()
			.bePackagePrivate()
			.orShould()
			.haveSimpleName("OnboardingSettings") // what the whole house must know
			.check(House.CLASSES);
	}

	@Test
	void onlyTheRoomOfTimeAsksTheMachineForTheTime() {
		noClasses().that()
			.resideOutsideOfPackage(room("time"))
			.should()
			.accessTargetWhere(asksTheMachine())
			.because("the time comes from the Clock, which the sandbox may move")
			.check(House.CLASSES);
	}

	private static DescribedPredicate<JavaAnnotation<?>> injection() {
		return DescribedPredicate.describe("an injection",
				annotation -> INJECTIONS.contains(annotation.getRawType().getName()));
	}

	private static DescribedPredicate<JavaAccess<?>> asksTheMachine() {
		return DescribedPredicate.describe("asks the machine for the time", CodeRulesTests::asksTheMachine);
	}

	private static boolean asksTheMachine(JavaAccess<?> access) {
		String owner = access.getTargetOwner().getName();
		// with a Clock or a moment in its brackets it asks nobody
		boolean given = access.getTarget().getFullName().matches(".*\\((java\\.time\\.Clock|long|int.*)\\)");
		boolean now = owner.startsWith("java.time.") && access.getName().equals("now");
		Pattern methods = MACHINE_TIME.get(owner);
		return !given && (now || (methods != null && methods.matcher(access.getName()).matches()));
	}

}
