package com.modalitysystems.onboarding;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The compiled rooms, read once for all tests that look at the code. */
final class House {

	static final String ROOT = OnboardingApplication.class.getPackageName();

	static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages(ROOT);

	private House() {
	}

	static String room(String name) {
		return ROOT + "." + name;
	}

}
