package com.modalitysystems.onboarding.process;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

import com.modalitysystems.onboarding.customer.Country;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.time.Workplace;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When things are due.
 *
 * @param zone where we are, and customers who named no country: business days and hours
 * are counted there
 * @param country whose weekends and public holidays we have, two letters
 * @param approvalDue business days in which staff decide about a request
 * @param answerDue business days after which an unanswered question goes back to staff
 * @param reminders after how many business days of waiting the customer is reminded, rung
 * by rung
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
 * @param wakeAgain how often a process is woken for a fact that it has not considered
 */
@ConfigurationProperties("schedule")
record ScheduleSettings(@DefaultValue("Europe/London") ZoneId zone, @DefaultValue("GB") String country,
		@DefaultValue("1") int approvalDue, @DefaultValue("5") int answerDue, @DefaultValue( {
				"2", "5", "10", "15" }) List<Integer> reminders,
		@DefaultValue("30d") Duration consentExpires, @DefaultValue("30d") Duration renewalTime,
		@DefaultValue("3d") Duration window, @DefaultValue("2") int addressChanges,
		@DefaultValue("10s") Duration lookAtLeast, @DefaultValue("1h") Duration lookUnasked,
		@DefaultValue("6h") Duration lookAtMost, @DefaultValue("6h") Duration policySpreads,
		@DefaultValue("30s") Duration wakeAgain){

	ScheduleSettings {
		if (!reminders.equals(reminders.stream().filter(days -> days > 0).sorted().distinct().toList())) {
			throw new IllegalArgumentException("schedule.reminders must be rising numbers of business days, 1 or more");
		}
	}

	/** Where we are. */
	Workplace ours() {
		return new Workplace(this.zone, this.country);
	}

	/** Where a customer is. */
	Workplace of(Customer customer) {
		Country where = customer.asked().country();
		return Workplace.in((where != null) ? where.code() : null, ours());
	}

}
