package com.modalitysystems.onboarding.intake;

import java.io.IOException;

import com.modalitysystems.onboarding.customer.CustomerQuery;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** All onboardings as a file, for staff and managers. */
@Controller
class ExportPage {

	private final OnboardingsFile file;

	ExportPage(OnboardingsFile file) {
		this.file = file;
	}

	@GetMapping("/onboardings/export")
	void all(HttpServletResponse response) throws IOException {
		this.file.send(CustomerQuery.newest(null, 1), response);
	}

}
