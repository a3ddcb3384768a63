package com.modalitysystems.onboarding.mail;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Stage;

/** What a letter is about; each is a method of {@link Letters}. */
public enum LetterKind {

	requestReceived, question, consentInvitation, consentReminder, consentProblem, addressOpened, addressRefused,
	colleagueRefused, handedOver, expiryNotice, setupInstructions, setupReminder, setupProblem, welcome, rejection,
	cancellation, approvalOverdue, consentExpired;

	/** Whether the letter leads to the set-up room. */
	boolean leadsToRoom() {
		return switch (this) {
			case rejection, cancellation, approvalOverdue, handedOver, consentExpired -> false;
			default -> true;
		};
	}

	/** Who gets it, before any copy. */
	Addressee addressee() {
		return switch (this) {
			case approvalOverdue, consentExpired -> Addressee.manager;
			case handedOver -> Addressee.former;
			default -> Addressee.administrator;
		};
	}

	/** Whether a copy goes to the further contact: where it begins and how it ends. */
	boolean isCopiedToContact() {
		return switch (this) {
			case requestReceived, expiryNotice, welcome, rejection, cancellation -> true;
			default -> false;
		};
	}

	/**
	 * Whether what the letter says is no longer so, and it must not be sent any more. A
	 * stage is only held against a letter where the letter cannot belong to it.
	 */
	boolean isOutdated(Customer customer) {
		Stage stage = customer.stage();
		return switch (this) {
			case rejection, cancellation, handedOver -> false;
			case approvalOverdue -> stage != Stage.requested && stage != Stage.awaitingApproval;
			case requestReceived, welcome -> stage.isOver();
			case question -> stage.isOver() || customer.answer() != null;
			case consentInvitation -> stage.isOver() || hasConsented(stage);
			case consentReminder -> stage != Stage.awaitingConsent;
			case consentProblem -> stage != Stage.awaitingConsent || customer.consent() == null
					|| !customer.consent().outcome().isTrouble();
			case addressOpened -> stage != Stage.awaitingConsent || !customer.window().isOpen();
			case addressRefused -> stage != Stage.awaitingConsent || customer.wishes().address() != null;
			case colleagueRefused -> stage != Stage.awaitingConsent || customer.wishes().successor() != null;
			case expiryNotice, consentExpired -> stage != Stage.expired;
			case setupInstructions, setupProblem -> stage.isEnd();
			case setupReminder -> stage != Stage.awaitingSetup;
		};
	}

	private static boolean hasConsented(Stage stage) {
		return stage == Stage.awaitingSetup || stage == Stage.confirming || stage == Stage.live;
	}

}
