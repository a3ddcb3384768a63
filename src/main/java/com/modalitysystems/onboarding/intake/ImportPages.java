package com.modalitysystems.onboarding.intake;

import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.modalitysystems.onboarding.intake.RowResult.Outcome;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * Staff ask for many onboardings with one file: choose it, look at what would become of
 * each row, begin. Nothing is kept in between: the page that is looked at carries the
 * file.
 */
@Controller
@RequestMapping("/onboardings/import")
class ImportPages {

	private static final int MOST_MEGABYTES = 1;

	private final FileIntake intake;

	ImportPages(FileIntake intake) {
		this.intake = intake;
	}

	@GetMapping
	ModelAndView choose() {
		return new ModelAndView("import/choose").addObject("columns", RequestFile.COLUMNS)
			.addObject("most", RequestFile.MOST);
	}

	/** A file to begin with. */
	@GetMapping("/template.csv")
	ResponseEntity<String> template() {
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_TYPE, OnboardingsFile.TYPE + ";charset=UTF-8")
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"requests.csv\"")
			.body(String.join(",", RequestFile.COLUMNS) + "\r\n");
	}

	@PostMapping
	ModelAndView review(@RequestParam MultipartFile file) throws IOException {
		if (file.getSize() > MOST_MEGABYTES * 1_000_000) {
			throw tooLarge();
		}
		RequestFile read = RequestFile.of(file.getBytes());
		return page(this.intake.rehearse(read)).addObject("text", read.text());
	}

	@PostMapping("/begin")
	ModelAndView begin(@RequestParam String text, Principal user) {
		return page(this.intake.begin(RequestFile.of(text), user.getName()));
	}

	@GetMapping("/begin")
	String anew() {
		return "redirect:/onboardings/import";
	}

	@ExceptionHandler
	ModelAndView refused(FileRefused ex, HttpServletResponse response) {
		response.setStatus(HttpStatus.BAD_REQUEST.value());
		return choose().addObject("refused", ex.code()).addObject("detail", ex.detail());
	}

	@ExceptionHandler(MultipartException.class)
	ModelAndView notEvenRead(HttpServletResponse response) {
		return refused(tooLarge(), response);
	}

	private static FileRefused tooLarge() {
		return new FileRefused("large", String.valueOf(MOST_MEGABYTES));
	}

	private static ModelAndView page(List<RowResult> rows) {
		Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
		Arrays.stream(Outcome.values())
			.forEach(outcome -> counts.put(outcome, rows.stream().filter(row -> row.outcome() == outcome).count()));
		counts.values().removeIf(count -> count == 0);
		return new ModelAndView("import/rows").addObject("rows", rows)
			.addObject("counts", counts)
			.addObject("ready", counts.get(Outcome.ready));
	}

}
