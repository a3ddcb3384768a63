package com.modalitysystems.onboarding.mail;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import com.modalitysystems.onboarding.customer.BrandLook;
import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.OnboardingSettings;
import com.modalitysystems.onboarding.customer.Secret;
import com.modalitysystems.onboarding.customer.SetupLinks;
import com.modalitysystems.onboarding.time.SettableClock;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;

/** As much of the house as it takes to write a letter. */
@TestConfiguration(proxyBeanMethods = false)
@Import({ SettableClock.class, SetupLinks.class, LetterWriter.class, LetterValues.class, LetterTemplates.class,
		LetterHead.class, LetterPrinter.class })
class LetterHouse {

	@Bean
	MessageSource messageSource() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasenames("messages-mail", "messages-staff");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

	@Bean
	OnboardingSettings onboardingSettings() {
		return settings(BrandLook.ours());
	}

	static OnboardingSettings settings(BrandLook look) {
		return new OnboardingSettings(URI.create("https://onboarding.videosrv.net"),
				new Secret("test-link-secret-which-is-no-secret"), null, "OneMeeting", "support@videosrv.net",
				"+44 20 7946 0000", null, "videosrv.net", look);
	}

	@Bean
	MailSettings mailSettings() throws AddressException {
		return new MailSettings(new InternetAddress("onemeeting@videosrv.net"),
				new InternetAddress("support@videosrv.net"), new EmailAddress("bounces@videosrv.net"), Tls.none,
				List.of(new EmailAddress("one@videosrv.net"), new EmailAddress("two@videosrv.net")),
				Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofDays(3), Duration.ofMinutes(5));
	}

}
