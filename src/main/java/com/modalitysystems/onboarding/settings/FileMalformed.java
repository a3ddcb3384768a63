package com.modalitysystems.onboarding.settings;

import org.jspecify.annotations.Nullable;

/** A file of settings is no YAML. It says where, and never what stands there. */
class FileMalformed extends RuntimeException {

	private static final long serialVersionUID = 1L;

	FileMalformed(String file, @Nullable String place) {
		super("The " + file + " cannot be read as YAML" + ((place != null) ? ", see " + place : "")
				+ ". What stands there is not shown.");
	}

}
