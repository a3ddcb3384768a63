package com.modalitysystems.onboarding.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.conference.ConferencePlatform;
import com.modalitysystems.onboarding.directory.TenantDirectory;
import com.modalitysystems.onboarding.firewall.Firewall;
import com.modalitysystems.onboarding.mail.Letters;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/**
 * The real engine and drawings on PostgreSQL; the capabilities are mocks, and the test
 * executes each job by hand.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.MOCK,
		properties = { "server.port=0", "sandbox.database-durable=off", "camunda.bpm.job-execution.enabled=false",
				"schedule.wake-again=1d", "notices.every=1d" })
@ActiveProfiles("sandbox")
@ContextConfiguration(initializers = HouseTest.FreshData.class)
@MockitoBean(types = { TenantDirectory.class, Firewall.class, ConferencePlatform.class, Letters.class })
@interface ProcessTest {

}
