package com.modalitysystems.onboarding.mail;

/** In which part a person is written to. */
enum Addressee {

	administrator, contact, manager

}
