package com.modalitysystems.onboarding.setup;

import java.time.Clock;
import java.util.List;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Refused;
import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;
import com.modalitysystems.onboarding.process.Onboarding;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What the customer shows us of the set-up in their tenant, once their values are issued.
 */
@Controller
@RequestMapping("/setup/{token}")
class EvidenceActions {

	private final Rooms rooms;

	private final ScriptKeys keys;

	private final Onboarding onboarding;

	private final Answers answers;

	private final Clock clock;

	EvidenceActions(Rooms rooms, ScriptKeys keys, Onboarding onboarding, Answers answers, Clock clock) {
		this.rooms = rooms;
		this.keys = keys;
		this.onboarding = onboarding;
		this.answers = answers;
		this.clock = clock;
	}

	@PostMapping(path = "/report", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	Object code(@PathVariable String token, CodeForm form, HttpServletRequest request) {
		Customer customer = this.rooms.open(token);
		if (!Room.takesEvidence(customer)) {
			return Answers.back(token, Note.notNow);
		}
		try {
			ScriptReport report = ResultCode.read(form.code());
			if (!this.keys.signed(customer, report)) {
				throw new Refused("code.forged");
			}
			report.requireTimely(customer, this.clock.instant());
			this.onboarding.scriptReported(customer.reference(), report.result());
			return Answers.back(token, Note.result);
		}
		catch (Refused ex) {
			return this.answers.again(token, customer, request, "codeForm", form,
					List.of(new Mistake("code", ex.code())));
		}
	}

	@PostMapping("/proof")
	Object proof(@PathVariable String token, ProofForm form, HttpServletRequest request) {
		Customer customer = this.rooms.open(token);
		if (!Room.takesEvidence(customer)) {
			return Answers.back(token, Note.notNow);
		}
		try {
			this.onboarding.invitationSeen(customer.reference(),
					form.read().proves(customer.requireIssued(), this.clock.instant()));
			return Answers.back(token, Note.proof);
		}
		catch (Refused ex) {
			return refused(token, customer, ex.code(), request);
		}
	}

	// what was pasted is not shown again: too long, or nothing
	private Object refused(String token, Customer customer, String code, HttpServletRequest request) {
		return this.answers.again(token, customer, request, "proofForm", new ProofForm("", null),
				List.of(new Mistake("invitation", code)));
	}

}
