package com.modalitysystems.onboarding;

import java.util.List;
import java.util.TimeZone;

import com.modalitysystems.onboarding.doctor.Doctor;
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
		// the engine notes moments in its machine's time zone: nodes must agree on one,
		// and no hour may come twice
		TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
		if (List.of(args).contains(Doctor.CALL)) {
			System.exit(new Doctor(OnboardingApplication.class, System.out).examine(args));
		}
		SpringApplication application = new SpringApplication(OnboardingApplication.class);
		application.addInitializers(new BeforeTheStart());
		application.run(args);
	}

}
