package com.modalitysystems.onboarding.staff;

import java.net.URI;
import java.util.Optional;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.process.Correspondence;
import com.modalitysystems.onboarding.process.Onboarding;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The onboardings, each on one page, for those who may see it. */
@Controller
@RequestMapping("/onboardings")
class OnboardingPages {

	private final CustomerFiles files;

	private final Onboarding onboarding;

	private final Correspondence correspondence;

	OnboardingPages(CustomerFiles files, Onboarding onboarding, Correspondence correspondence) {
		this.files = files;
		this.onboarding = onboarding;
		this.correspondence = correspondence;
	}

	/** What is looked for comes in the body, for it may be an e-mail address. */
	@RequestMapping(method = { RequestMethod.GET, RequestMethod.POST })
	ModelAndView all(@RequestParam(required = false) @Nullable String q, @RequestParam(defaultValue = "0") int page,
			Authentication user) {
		return new ModelAndView("staff/onboardings").addObject("q", q)
			.addObject("found", this.files.search(q, page, Sight.of(user)))
			.addObject("mayAsk", Right.ASK.isOf(user.getAuthorities()))
			.addObject("seesAll", Right.SEE_ALL.isOf(user.getAuthorities()))
			.addObject("watches", Right.WATCH.isOf(user.getAuthorities()));
	}

	@GetMapping("/{reference}")
	ModelAndView one(@PathVariable String reference, @RequestParam(required = false) @Nullable String sent,
			Authentication user) {
		return page(file(reference, user), user).addObject("note", (sent != null) ? "sentAgain" : null);
	}

	@GetMapping({ "/{reference}/link", "/{reference}/resend" })
	RedirectView backToThePage(@PathVariable String reference, Authentication user) {
		return to("/onboardings/" + file(reference, user).customer().reference());
	}

	/** The link stands in this one answer, and in no address. */
	@PostMapping("/{reference}/link")
	ModelAndView showLink(@PathVariable String reference, Authentication user) {
		CustomerFile file = file(reference, user);
		Optional<URI> link = this.correspondence.showLink(file.customer().reference(), Actor.staff(user.getName()));
		return link.isPresent() ? page(file(reference, user), user).addObject("link", link.get())
				: refused(file, user, "linkRefused");
	}

	@PostMapping("/{reference}/resend")
	ModelAndView resend(@PathVariable String reference, Authentication user) {
		CustomerFile file = file(reference, user);
		boolean sent = this.onboarding.resend(file.customer().reference(), Actor.staff(user.getName()));
		return sent ? new ModelAndView(to("/onboardings/" + file.customer().reference() + "?sent"))
				: refused(file, user, "resendRefused");
	}

	private static ModelAndView page(CustomerFile file, Authentication user) {
		return new ModelAndView("staff/onboarding").addObject("file", file)
			.addObject("mayAct", Right.ACT.isOf(user.getAuthorities()))
			.addObject("mayRepair", Right.REPAIR.isOf(user.getAuthorities()));
	}

	private static ModelAndView refused(CustomerFile file, Authentication user, String note) {
		ModelAndView page = page(file, user).addObject("note", note);
		page.setStatus(HttpStatus.CONFLICT);
		return page;
	}

	private static RedirectView to(String path) {
		RedirectView view = new RedirectView(path, true);
		view.setStatusCode(HttpStatus.SEE_OTHER);
		view.setExposeModelAttributes(false);
		return view;
	}

	private CustomerFile file(String reference, Authentication user) {
		return this.files.find(reference, Sight.of(user))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
