package com.modalitysystems.onboarding.insight;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.modalitysystems.onboarding.customer.SpreadsheetCell;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** How onboarding goes: a page, the same for Cockpit, and the figures as files. */
@Controller
class InsightPages {

	private final Reports reports;

	InsightPages(Reports reports) {
		this.reports = reports;
	}

	@GetMapping("/insight")
	ModelAndView page(@RequestParam(required = false) @Nullable String days) {
		return show("insight/page", days);
	}

	/** Without what belongs around a page. */
	@GetMapping("/insight/section")
	ModelAndView section(@RequestParam(required = false) @Nullable String days) {
		return show("insight/section", days);
	}

	@GetMapping(path = "/insight.json", produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	Map<String, Object> json(@RequestParam(required = false) @Nullable String days) {
		Report report = report(days);
		Map<String, Object> all = new LinkedHashMap<>();
		all.put("days", report.period().days());
		all.put("at", report.at());
		Arrays.stream(View.values()).forEach((view) -> all.put(view.name(), view.table(report).objects()));
		return all;
	}

	@GetMapping("/insight/{name}.csv")
	void csv(@PathVariable String name, @RequestParam(required = false) @Nullable String days,
			HttpServletResponse response) throws IOException {
		View view = View.of(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		response.setContentType("text/csv");
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"onboarding-" + view + ".csv\"");
		write(view.table(report(days)), response.getWriter());
	}

	private static void write(Table table, Writer out) throws IOException {
		CSVPrinter rows = new CSVPrinter(out, CSVFormat.RFC4180);
		rows.printRecord(table.columns());
		for (List<Object> row : table.rows()) {
			rows.printRecord(row.stream().map(Object::toString).map(SpreadsheetCell::harmless));
		}
		rows.flush();
	}

	private ModelAndView show(String template, @Nullable String days) {
		return new ModelAndView(template).addObject("view", new InsightView(report(days)))
			.addObject("periods", Period.values());
	}

	private Report report(@Nullable String days) {
		return this.reports.of(Period.of(days));
	}

}
