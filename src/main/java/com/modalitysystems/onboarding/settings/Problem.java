package com.modalitysystems.onboarding.settings;

/**
 * What is wrong with one setting; it never holds the setting's value.
 *
 * @param setting its name
 * @param what is wrong: {@code is missing}
 * @param meaning what the setting is
 * @param example how one would write it, empty when there is no example
 */
public record Problem(String setting, String what, String meaning, String example) {

	static Problem ofRecord(String record, String what) {
		return new Problem(record, what, "", "");
	}

	Problem in(String place) {
		return new Problem(this.setting, this.what + place, this.meaning, this.example);
	}

	/** The name and what is wrong with it. */
	public String sentence() {
		return this.setting + " " + this.what;
	}

}
