package com.modalitysystems.onboarding.process;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.InvitationProof;
import com.modalitysystems.onboarding.customer.Language;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.SetupResult;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.customer.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * What the doors may ask of the process. What the customer does is refused with
 * {@link NoLongerWaiting} where the onboarding does not wait for it.
 */
public interface Onboarding {

	/**
	 * Write the record and start the process: both or neither.
	 * @throws com.modalitysystems.onboarding.customer.RequestRefused with every mistake
	 * @throws com.modalitysystems.onboarding.customer.AlreadyOnboarding if the tenant has
	 * an open or live onboarding
	 */
	Customer begin(OnboardingRequest request, Actor actor);

	/** Begin a journey to the consent page, and say where to go. */
	URI startConsent(CustomerReference reference);

	/** Whether the consent page sends people back to us. */
	boolean consentLeadsBack();

	/**
	 * Somebody came back from the consent page. It proves nothing and wakes the check. A
	 * state that is unknown, used, or too old changes nothing.
	 * @param state as it came back
	 * @param error Microsoft's word for what went wrong
	 * @param claimed the tenant that the address claims
	 * @return whose journey it was
	 */
	Optional<CustomerReference> consentReturned(String state, @Nullable String error, @Nullable TenantId claimed);

	/** The customer says that consent was granted. */
	void consentGranted(CustomerReference reference);

	/**
	 * The customer answers the question of staff.
	 * @param reference whose onboarding
	 * @param answer in their words
	 * @param corrected what they asked for, as they put it right
	 * @throws com.modalitysystems.onboarding.customer.RequestRefused with every mistake
	 */
	void answer(CustomerReference reference, String answer, OnboardingRequest corrected);

	/**
	 * The consent will be given from another address.
	 * @throws com.modalitysystems.onboarding.customer.Refused if it cannot be that
	 */
	void changeAddress(CustomerReference reference, String address);

	/** The administrator is back, and needs the way to the consent page opened. */
	void openWindow(CustomerReference reference);

	/**
	 * A colleague is the right administrator.
	 * @return whether they were named instead of another, who had not taken over yet
	 * @throws com.modalitysystems.onboarding.customer.RequestRefused with every mistake
	 */
	boolean handOn(CustomerReference reference, String name, String email);

	/**
	 * Remind of nothing before this day, in the customer's own time.
	 * @return whether that day is one on which we may still remind
	 */
	boolean snooze(CustomerReference reference, LocalDate until);

	/**
	 * Count the customer's days and hours in a time zone.
	 * @param reference whose onboarding
	 * @param timeZone none means that of their country
	 */
	void chooseTimeZone(CustomerReference reference, @Nullable TimeZone timeZone);

	/** Write to the customer in this language from now on, while it is not over. */
	void chooseLanguage(CustomerReference reference, Language language);

	/**
	 * Go on with an onboarding whose time for the consent was over.
	 * @return whether it was expired
	 */
	boolean renew(CustomerReference reference, Actor actor);

	/** The customer says that the policy is in place. */
	void setupReported(CustomerReference reference);

	/**
	 * The script reports what it found and did; the caller has seen that the report is
	 * genuine. A run that did all there is to do also says that the policy is in place.
	 * @return whether this run was not reported before
	 */
	boolean scriptReported(CustomerReference reference, SetupResult result);

	/**
	 * The customer showed an invitation to a new meeting. One in which everything stands
	 * also says that the policy is in place.
	 */
	void invitationSeen(CustomerReference reference, InvitationProof proof);

	/**
	 * Stop the onboarding, wherever it is.
	 * @return whether there was something to stop
	 */
	boolean cancel(CustomerReference reference, String reason, Actor actor);

	/**
	 * Send the customer's current letter again.
	 * @return whether a letter belongs to where the onboarding stands
	 */
	boolean resend(CustomerReference reference, Actor actor);

	/**
	 * A letter that the mail server had taken came back: staff look at it.
	 * @param messageId its Message-ID
	 * @param words why, as the other side says it
	 * @return whether it was one of ours
	 */
	boolean letterCameBack(String messageId, String words);

	/**
	 * Replace the link to the set-up room, and mail the new one where the customer has
	 * the old: that leads nowhere from now on.
	 * @return whether there was an open or live onboarding
	 */
	boolean replaceLink(CustomerReference reference, Actor actor);

}
