package com.modalitysystems.onboarding.doctor;

import java.io.PrintStream;

/** Writes down each finding as it is found, and keeps whether anything failed. */
class Report {

	private static final String LINE = "%-8s %-26s %s%n";

	private final PrintStream paper;

	private boolean failed;

	Report(PrintStream paper) {
		this.paper = paper;
	}

	void add(String subject, Finding finding) {
		this.failed = this.failed || finding.verdict() == Finding.Verdict.failed;
		this.paper.printf(LINE, finding.verdict(), subject, oneLine(finding.what()));
		if (!finding.fix().isEmpty()) {
			this.paper.printf(LINE, "", "", "-> " + oneLine(finding.fix()));
		}
		this.paper.flush();
	}

	int exitCode() {
		return this.failed ? 1 : 0;
	}

	private static String oneLine(String text) {
		return text.replaceAll("\\s+", " ").strip();
	}

}
