package com.modalitysystems.onboarding.customer;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;

import org.springframework.stereotype.Component;

/**
 * The next request on a thread is about somebody else. A filter would be too early: what
 * escapes from a page is logged after all filters.
 */
@Component
class EndOfRequest implements ServletRequestListener {

	@Override
	public void requestDestroyed(ServletRequestEvent end) {
		LogLines.areAboutNobody();
	}

}
