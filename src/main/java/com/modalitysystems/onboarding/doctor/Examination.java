package com.modalitysystems.onboarding.doctor;

import java.util.List;

/**
 * What a room can find out about its own settings by using them. It runs without the
 * engine, beside a live installation, and leaves nothing behind.
 */
public interface Examination {

	/** What is examined, in a word or two: {@code Firewall (Azure)}. */
	String subject();

	/** Look, step by step, and stop where the next step makes no sense. */
	List<Finding> findings();

}
