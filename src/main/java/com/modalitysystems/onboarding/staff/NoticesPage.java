package com.modalitysystems.onboarding.staff;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

import com.modalitysystems.onboarding.notices.Colleague;
import com.modalitysystems.onboarding.notices.Colleagues;
import com.modalitysystems.onboarding.notices.DigestChoice;
import com.modalitysystems.onboarding.notices.NoticeBoard;
import com.modalitysystems.onboarding.notices.Rhythm;
import com.modalitysystems.onboarding.notices.Topic;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where each of our staff chooses what is written to them, and sees how webhooks fare.
 */
@Controller
@RequestMapping("/notices")
class NoticesPage {

	private static final String HERE = "redirect:/notices";

	private final NoticeBoard board;

	private final Colleagues colleagues;

	NoticesPage(NoticeBoard board, Colleagues colleagues) {
		this.board = board;
		this.colleagues = colleagues;
	}

	@GetMapping
	ModelAndView page(Authentication user, @RequestParam(required = false) @Nullable String note,
			@RequestParam(required = false) @Nullable Integer count) {
		return page(user, this.board.choiceOf(user.getName())).addObject("note", note).addObject("count", count);
	}

	@PostMapping
	ModelAndView choose(Authentication user, @RequestParam Rhythm rhythm,
			@RequestParam(name = "topic", defaultValue = "") Set<Topic> topics) {
		DigestChoice choice = new DigestChoice(rhythm, topics);
		if (rhythm != Rhythm.never && topics.isEmpty()) {
			ModelAndView page = page(user, choice).addObject("complaint", "topics.missing");
			page.setStatus(HttpStatus.BAD_REQUEST);
			return page;
		}
		this.board.choose(user.getName(), choice);
		return new ModelAndView(HERE + "?note=saved");
	}

	@PostMapping("/{webhook}/again")
	String sendAgain(@PathVariable String webhook, RedirectAttributes answer) {
		return retold(this.board.sendDeadAgain(webhook), answer);
	}

	@PostMapping("/{webhook}/replay")
	String replay(@PathVariable String webhook, @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate since,
			RedirectAttributes answer) {
		return retold(this.board.replay(webhook, since.atStartOfDay(ZoneOffset.UTC).toInstant()), answer);
	}

	private static String retold(Optional<Integer> events, RedirectAttributes answer) {
		answer.addAttribute("note", "retold");
		answer.addAttribute("count",
				events.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)).intValue());
		return HERE;
	}

	private ModelAndView page(Authentication user, DigestChoice choice) {
		return new ModelAndView("staff/notices").addObject("choice", choice)
			.addObject("rhythms", Rhythm.values())
			.addObject("topics", Topic.values())
			.addObject("email", this.colleagues.find(user.getName()).map(Colleague::email).orElse(null))
			.addObject("webhooks", this.board.webhooks())
			.addObject("mayAct", Right.TELL_AGAIN.isOf(user.getAuthorities()));
	}

}
