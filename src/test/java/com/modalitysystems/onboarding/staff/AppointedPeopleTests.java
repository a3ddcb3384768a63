package com.modalitysystems.onboarding.staff;

import java.util.List;

import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.customer.Secret;
import com.modalitysystems.onboarding.staff.StaffSettings.Administrator;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.DefaultPasswordPolicyImpl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who is there outside the sandbox. Each test gives the database back as it was. */
@HouseTest
@Transactional
class AppointedPeopleTests {

	private static final String STRONG = "Correct-Horse-7-Battery";

	@Autowired
	private People people;

	@Autowired
	private IdentityService identities;

	@Autowired
	private ProcessEngineConfiguration engine;

	@BeforeEach
	void rulesForPasswords() {
		this.engine.setEnablePasswordPolicy(true).setPasswordPolicy(new DefaultPasswordPolicyImpl());
	}

	@AfterEach
	void noRules() {
		this.engine.setEnablePasswordPolicy(false);
	}

	@Test
	void aDatabaseThatWasASandboxIsRefused() {
		assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> appointed("root", STRONG).ensure())
			.withMessageContainingAll("was a sandbox", "requester, staff, manager, operator, auditor, admin, api");
	}

	@Test
	void onePersonLeftBehindIsEnoughToRefuse() {
		List.of("requester", "staff", "manager", "operator", "auditor", "admin").forEach(this.identities::deleteUser);
		assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> appointed("root", STRONG).ensure())
			.withMessageContaining("it knows api,");
	}

	@Test
	void whenNobodyIsAdministratorAndNobodyIsNamedTheStartIsRefused() {
		everybodyLeaves();
		assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> appointed(null).ensure())
			.satisfies(refused -> assertThat(refused.remedy()).contains("staff.administrator.id",
					"staff.administrator.password"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "short-1A", "correct-horse-7-battery", "CORRECT-HORSE-7-BATTERY",
			"Correct-Horse-Battery", "CorrectHorse7Battery", "Correct-root-7-Battery" })
	void aWeakPasswordIsRefusedAndNobodyIsMade(String password) {
		everybodyLeaves();
		assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> appointed("root", password).ensure())
			.withMessageContaining("weak")
			.satisfies(refused -> assertThat(refused.getMessage() + refused.remedy())
				.doesNotContain(password.isEmpty() ? "null" : password));
		assertThat(this.people.exists("root")).isFalse();
	}

	@Test
	void theAdministratorOfTheSettingsIsAppointed() {
		everybodyLeaves();
		appointed("ops.admin@example.com", STRONG).ensure();
		assertThat(this.identities.createUserQuery().memberOfGroup("camunda-admin").list()).extracting(User::getId)
			.containsExactly("ops.admin@example.com");
		assertThat(this.identities.checkPassword("ops.admin@example.com", STRONG)).isTrue();
	}

	@Test
	void aPasswordThatWasChangedSinceIsKept() {
		everybodyLeaves();
		appointed("root", STRONG).ensure();
		appointed("root", "Another-Horse-8-Battery").ensure();
		assertThat(this.identities.checkPassword("root", STRONG)).isTrue();
	}

	@Test
	void whenSomebodyIsAdministratorNobodyNeedsToBeNamed() {
		everybodyLeaves();
		appointed("root", STRONG).ensure();
		appointed(null).ensure();
		assertThat(this.people.hasAnyone(Role.ADMINISTRATOR)).isTrue();
	}

	private AppointedPeople appointed(String id, String password) {
		return appointed(new Administrator(id, Secret.of(password)));
	}

	private AppointedPeople appointed(@Nullable Administrator administrator) {
		return new AppointedPeople(this.people, this.identities, new StaffSettings(administrator, null, List.of()));
	}

	private void everybodyLeaves() {
		this.identities.createUserQuery().list().forEach(user -> this.identities.deleteUser(user.getId()));
	}

}
