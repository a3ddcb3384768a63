package com.modalitysystems.onboarding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import com.modalitysystems.onboarding.mail.Postbag;
import com.modalitysystems.onboarding.process.Days;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole house, in which no step of a process is done by itself: a test does them with
 * {@link Days}, and moves the clock. Only letters leave as always.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@HouseTest
@Import({ Days.class, Postbag.class })
@TestPropertySource(properties = { "camunda.bpm.job-execution.enabled=false", "schedule.wake-again=1d",
		// Azure is done at once: nobody waits for it by the machine's clock
		"sandbox.operation-polls=0", "sandbox.operation-limit=0s", "sandbox.retry-after=0s" })
public @interface SteppedHouseTest {

}
