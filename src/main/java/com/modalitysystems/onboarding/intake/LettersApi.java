package com.modalitysystems.onboarding.intake;

import java.util.Objects;

import com.modalitysystems.onboarding.process.Onboarding;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What mail systems tell of our letters afterwards. */
@Tag(name = "Letters", description = "What became of letters")
@RestController
@RequestMapping("/api/letters")
class LettersApi {

	private final Onboarding onboarding;

	LettersApi(Onboarding onboarding) {
		this.onboarding = onboarding;
	}

	@Operation(operationId = "letterCameBack", summary = "Report that a letter came back",
			description = "For the mail system's notices of non-delivery. Staff get a task to correct the recipient; "
					+ "the same report again changes nothing.")
	@ApiResponse(responseCode = "204", description = "Noted")
	@ApiResponse(responseCode = "400", description = "Mistakes, each at its field")
	@ApiResponse(responseCode = "404", description = "No letter of ours has this Message-ID")
	@PostMapping("/returned")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	public void returned(@RequestBody ReturnedLetter letter) {
		ReturnedLetter checked = letter.check();
		if (!this.onboarding.letterCameBack(Objects.requireNonNullElse(checked.messageId(), "").strip(),
				Objects.requireNonNullElse(checked.words(), ""))) {
			throw new UnknownLetter();
		}
	}

}
