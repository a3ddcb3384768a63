package com.modalitysystems.onboarding.setup;

import java.net.URI;
import java.util.EnumSet;

import com.modalitysystems.onboarding.process.NoLongerWaiting;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.View;

/** Whoever comes with a wrong link, too late, or as a robot: nothing is done. */
@ControllerAdvice(assignableTypes = { SetupRoom.class, SetupActions.class, WaitingActions.class, ReminderActions.class,
		LanguageAction.class, EvidenceActions.class })
class RoomGuards {

	/** The field that no person sees: {@code setup/trap.html}. */
	private static final String TRAP = "leaveEmpty";

	@ModelAttribute
	void turnRobotsAway(@RequestParam(name = TRAP, required = false) @Nullable String filledIn) {
		if (filledIn != null && !filledIn.isEmpty()) {
			throw new RobotAtWork();
		}
	}

	@ExceptionHandler(RobotAtWork.class)
	View robot(HttpServletRequest request) {
		return Answers.to(URI.create("/setup/" + token(request)));
	}

	/** Another click, tab or node was faster: what the room says now is true. */
	@ExceptionHandler(NoLongerWaiting.class)
	View late(HttpServletRequest request) {
		return Answers.back(token(request), Note.notNow);
	}

	/** Whoever has just handed their link on to a colleague reads that it is done. */
	@ExceptionHandler(UnknownRoom.class)
	@ResponseStatus(HttpStatus.NOT_FOUND)
	String unknown(HttpServletRequest request, Model model) {
		model.addAttribute("handedOn",
				Note.of(request.getParameter("note"))
					.filter(EnumSet.of(Note.colleague, Note.colleagueReplaced)::contains)
					.isPresent());
		return "setup/unknown";
	}

	private static String token(HttpServletRequest request) {
		return request.getRequestURI().substring("/setup/".length()).split("/", 2)[0];
	}

}
