package com.modalitysystems.onboarding.process;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Country;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.TimeZone;
import com.modalitysystems.onboarding.time.Workplace;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When things are due.
 *
 * @param zone where we are, and customers who named no country: business days and hours
 * are counted there
 * @param country whose weekends and public holidays we have, two letters
 * @param approvalDue business days in which staff decide about a request
 * @param answerDue business days after which an unanswered question goes back to staff
 * @param consentReminders after how many business days of waiting for the consent the
 * customer is reminded, letter by letter
 * @param setupReminders after how many business days of waiting for the policy the
 * customer is reminded, letter by letter
 * @param callAfter how many business days after the last reminder staff call the customer
 * @param consentExpires how long the customer is waited for before the consent expires
 * @param renewalTime how long an expired consent may be renewed
 * @param window how long an administrator's address is let in at a time; the rule in the
 * firewall tells the same
 * @param addressChanges how often a customer may change that address without our asking
 * @param lookAtLeast how soon, at the earliest, the consent is looked at again when the
 * administrator came back from the consent page
 * @param lookUnasked how soon, at the earliest, the consent is looked at again when
 * nobody came back
 * @param lookAtMost how late, at the latest, the consent is looked at again
 * @param policySpreads how long Microsoft may take to make the policy work everywhere
 * @param wakeAgain how often a process is woken for a fact that it has not considered,
 * and it is asked whether a look is due while staff are asked
 */
@Validated
@ConfigurationProperties("schedule")
record ScheduleSettings(@DefaultValue("Europe/London") ZoneId zone, @DefaultValue("GB") String country,
		@DefaultValue("1") @PositiveOrZero int approvalDue, @DefaultValue("5") @Positive int answerDue, @DefaultValue( {
				"2", "5", "10", "15" }) List<Integer> consentReminders,
		@DefaultValue({ "2", "5", "10", "15" }) List<Integer> setupReminders,
		@DefaultValue("2") @Positive int callAfter,
		@DefaultValue("30d") @DurationMin(seconds = 1) Duration consentExpires,
		@DefaultValue("30d") @DurationMin(seconds = 1) Duration renewalTime,
		@DefaultValue("3d") @DurationMin(seconds = 1) Duration window,
		@DefaultValue("2") @PositiveOrZero int addressChanges,
		@DefaultValue("10s") @DurationMin(seconds = 1) Duration lookAtLeast,
		@DefaultValue("1h") @DurationMin(seconds = 1) Duration lookUnasked,
		@DefaultValue("6h") @DurationMin(seconds = 1) Duration lookAtMost,
		@DefaultValue("6h") @DurationMin(seconds = 1) Duration policySpreads,
		@DefaultValue("30s") @DurationMin(seconds = 1) Duration wakeAgain){

	ScheduleSettings {
		String disorder = Stream
			.of(disorder("schedule.consent-reminders", consentReminders),
					disorder("schedule.setup-reminders", setupReminders))
			.flatMap(Optional::stream)
			.collect(Collectors.joining("\n"));
		if (!disorder.isEmpty()) {
			throw new IllegalArgumentException(disorder);
		}
	}

	private static Optional<String> disorder(String setting, List<Integer> rungs) {
		boolean rising = rungs.equals(rungs.stream().filter(days -> days > 0).sorted().distinct().toList());
		return rising ? Optional.empty() : Optional.of(setting + " must be rising numbers of business days, 1 or more");
	}

	/**
	 * After how many business days of this stage which rung comes; the last is a call.
	 */
	List<Integer> rungsIn(Stage stage) {
		List<Integer> reminders = remindersIn(stage);
		int last = reminders.isEmpty() ? 0 : reminders.get(reminders.size() - 1);
		return Stream.concat(reminders.stream(), Stream.of(last + this.callAfter)).toList();
	}

	/**
	 * After how many business days to call again: as many as between the last two
	 * reminders.
	 */
	int callAgainIn(Stage stage) {
		List<Integer> reminders = remindersIn(stage);
		int last = reminders.size() - 1;
		return switch (reminders.size()) {
			case 0 -> this.callAfter;
			case 1 -> reminders.get(last);
			default -> reminders.get(last) - reminders.get(last - 1);
		};
	}

	/** After how many business days of this stage the customer is reminded. */
	List<Integer> remindersIn(Stage stage) {
		return (stage == Stage.awaitingSetup) ? this.setupReminders : this.consentReminders;
	}

	/** Where we are. */
	Workplace ours() {
		return new Workplace(this.zone, this.country);
	}

	/**
	 * Where a customer is: in the time zone that they chose, or that of their country.
	 */
	Workplace of(Customer customer) {
		Country where = customer.asked().country();
		TimeZone chosen = customer.asked().timeZone();
		return Workplace.of((where != null) ? where.code() : null, (chosen != null) ? chosen.zone() : null, ours());
	}

}
