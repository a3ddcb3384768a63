package com.modalitysystems.onboarding.setup;

/**
 * What is wrong with a field, in words.
 *
 * @param field the field
 * @param words a sentence that says how to put it right
 */
record Complaint(String field, String words) {
}
