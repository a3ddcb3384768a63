package com.modalitysystems.onboarding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Walks through real pages with a {@link Browser}, which each test takes as a parameter.
 * Runs when a Chromium or Chrome is installed and says so when not; with
 * {@code BROWSER_TESTS=required} in the environment a missing browser is a failure.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BrowserExtension.class)
public @interface BrowserTest {

}
