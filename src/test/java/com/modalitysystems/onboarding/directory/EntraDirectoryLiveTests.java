package com.modalitysystems.onboarding.directory;

import java.util.List;

import com.modalitysystems.onboarding.LiveTest;
import com.modalitysystems.onboarding.customer.DomainName;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.doctor.Finding;
import com.modalitysystems.onboarding.doctor.Finding.Verdict;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract against Microsoft. Beside the settings it needs in the environment:
 * {@code LIVE_DIRECTORY_TENANT}, the GUID of a test tenant that has consented to
 * everything, {@code LIVE_DIRECTORY_DOMAIN}, one of its domains, and
 * {@code LIVE_DIRECTORY_STRANGER}, the GUID of a tenant that never consented. What is not
 * there is not tried. It changes nothing.
 */
@LiveTest
class EntraDirectoryLiveTests extends TenantDirectoryContract {

	@Autowired
	private DirectoryExamination examination;

	@Test
	void nothingIsWrongWithOurRegistration() {
		List<Finding> findings = this.examination.findings();
		assertThat(findings).isNotEmpty().noneMatch((finding) -> finding.verdict() == Verdict.failed);
	}

	@Override
	TenantId consented() {
		return TenantId.of(told("LIVE_DIRECTORY_TENANT"));
	}

	@Override
	DomainName domainOfConsented() {
		return DomainName.of(told("LIVE_DIRECTORY_DOMAIN"));
	}

	@Override
	TenantId stranger() {
		return TenantId.of(told("LIVE_DIRECTORY_STRANGER"));
	}

	private static String told(String variable) {
		String value = System.getenv(variable);
		if (value == null) {
			throw new TestAbortedException(variable + " is not in the environment");
		}
		return value;
	}

}
