package com.modalitysystems.onboarding.mail;

/** A letter was put into the outbox. */
record LetterWritten() {
}
