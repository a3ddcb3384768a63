package com.modalitysystems.onboarding;

import com.modalitysystems.onboarding.settings.BeforeTheStart;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Takes a customer of the OneMeeting service from the first request to the first working
 * meeting.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class OnboardingApplication {

	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(OnboardingApplication.class);
		application.addInitializers(new BeforeTheStart());
		application.run(args);
	}

}
