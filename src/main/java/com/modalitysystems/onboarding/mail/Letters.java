package com.modalitysystems.onboarding.mail;

import com.modalitysystems.onboarding.customer.Customer;

/**
 * The letters we write. Each is put into the outbox in the caller's transaction and
 * rendered when it is sent; the same letter of the same round goes out once, however
 * often it is asked for.
 */
public interface Letters {

	/** We got your request; this is what happens next. */
	void requestReceived(Customer customer);

	/** Staff have a question before they can go on. */
	void question(Customer customer);

	/** Approved: here is your link to consent. */
	void consentInvitation(Customer customer);

	/**
	 * We go on without their having asked for it: the link to consent once more.
	 */
	void consentInvitationAnew(Customer customer);

	/** The consent is still missing. */
	void consentReminder(Customer customer, Reminder reminder);

	/** The consent is not as it should be: what we found, and what to do. */
	void consentProblem(Customer customer);

	/** The way to the consent page is open to a customer who had to wait for it. */
	void addressOpened(Customer customer);

	/** Staff did not let in the other address that the customer wished for. */
	void addressRefused(Customer customer);

	/** Staff did not hand the onboarding on to the colleague whom the customer named. */
	void colleagueRefused(Customer customer);

	/** A colleague takes over: to the administrator before them. */
	void handedOver(Customer customer);

	/** The time for the consent is over: to the customer, and to our managers. */
	void expiryNotice(Customer customer);

	/** Consent is verified: here is the link to your values and the script. */
	void setupInstructions(Customer customer);

	/** The policy is still missing. */
	void setupReminder(Customer customer, Reminder reminder);

	/** The test call did not work; this is what staff saw. */
	void setupProblem(Customer customer);

	/** You are live. */
	void welcome(Customer customer);

	/** We cannot onboard you, and this is why. */
	void rejection(Customer customer);

	/** The onboarding was stopped. */
	void cancellation(Customer customer);

	/** A request waits for approval longer than it should: to the managers. */
	void approvalOverdue(Customer customer);

	/**
	 * Send the customer's letter of the current stage once more.
	 * @return whether a letter belongs to the stage
	 */
	boolean again(Customer customer);

	/**
	 * Once the onboarding has come to an end, letters of it that wait or are in trouble
	 * are never sent, unless they are still true then.
	 */
	void withdraw(Customer customer);

	/**
	 * The link to the set-up room is a new one: send it, if the letter of the current
	 * stage leads there.
	 */
	void linkReplaced(Customer customer);

}
