package com.modalitysystems.onboarding.intake;

import java.util.List;
import java.util.Locale;

import com.modalitysystems.onboarding.customer.AlreadyOnboarding;
import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The page on which a customer asks for an onboarding. */
@Controller
@RequestMapping("/request")
class RequestPage {

	private final Intake intake;

	private final Submissions submissions;

	private final Limits limits;

	private final IntakeSettings.Limits figures;

	private final RequestView view;

	RequestPage(Intake intake, Submissions submissions, Limits limits, IntakeSettings settings, RequestView view) {
		this.intake = intake;
		this.submissions = submissions;
		this.limits = limits;
		this.figures = settings.limits();
		this.view = view;
	}

	@GetMapping
	ModelAndView ask(HttpServletRequest request, HttpServletResponse response, Locale language) {
		// the back button leads to this very page with its key, not to a new one
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePrivate().getHeaderValue());
		return this.view.of(IntakeForm.empty(language), CallerAddress.of(request));
	}

	/** The same page in another language, with what was typed. */
	@PostMapping(params = "lang")
	ModelAndView translate(@ModelAttribute IntakeForm form, HttpServletRequest request, Locale language) {
		return this.view.of(form.withLanguage(language), CallerAddress.of(request));
	}

	@PostMapping(params = "useMyAddress")
	ModelAndView useMyAddress(@ModelAttribute IntakeForm form, HttpServletRequest request) {
		CallerAddress address = CallerAddress.of(request);
		return this.view.of(address.asPublic().map(seen -> form.withAddress(seen.value())).orElse(form), address)
			.addObject("addressAsked", true);
	}

	@PostMapping
	ModelAndView send(@ModelAttribute IntakeForm form, HttpServletRequest request, HttpServletResponse response,
			Locale language) {
		CallerAddress address = CallerAddress.of(request);
		List<Mistake> mistakes = form.mistakes();
		try {
			count(address);
			return mistakes.isEmpty() ? begin(form, address)
					: this.view.withMistakes(form, address, mistakes, HttpStatus.BAD_REQUEST, language);
		}
		catch (AlreadyOnboarding ex) {
			List<Mistake> already = List.of(new Mistake("tenant", "tenant.alreadyOnboarding"));
			return this.view.withMistakes(form, address, already, HttpStatus.CONFLICT, language);
		}
		catch (TooManyRequests ex) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(ex.seconds()));
			return this.view.tooMany(form, address, ex);
		}
	}

	@GetMapping("/received/{key}")
	ModelAndView received(@PathVariable String key, @RequestParam(required = false) String changed) {
		Receipt receipt = this.submissions.find(Caller.PAGE, key)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		return new ModelAndView("intake/received").addObject("reference", receipt.reference())
			.addObject("changed", changed != null);
	}

	private ModelAndView begin(IntakeForm form, CallerAddress address) {
		try {
			this.intake.begin(form.toRequest(), form.submission(), Caller.onPage(address, this.figures));
			return seeOther("/request/received/" + form.submission());
		}
		catch (SubmissionChanged ex) {
			return seeOther("/request/received/" + form.submission() + "?changed=yes");
		}
	}

	private void count(CallerAddress address) {
		Limit posts = new Limit("post", address.network(), this.figures.postsPerAddress(), this.figures.period());
		this.limits.take(List.of(posts)).ifPresent(refusal -> {
			throw refusal;
		});
	}

	private static ModelAndView seeOther(String path) {
		RedirectView redirect = new RedirectView(path, true);
		redirect.setStatusCode(HttpStatus.SEE_OTHER);
		redirect.setExposeModelAttributes(false);
		return new ModelAndView(redirect);
	}

}
