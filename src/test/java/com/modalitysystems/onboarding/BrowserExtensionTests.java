package com.modalitysystems.onboarding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class BrowserExtensionTests {

	private static final Map<String, String> NOTHING = Map.of("CHROMIUM", "/nowhere/chromium");

	private static final Map<String, String> NOTHING_BUT_REQUIRED = Map.of("CHROMIUM", "/nowhere/chromium",
			"BROWSER_TESTS", "required");

	private final ExtensionContext test = mock(ExtensionContext.class);

	@TempDir
	private Path folder;

	@Test
	void withoutABrowserTestsAreSkippedWithAReason() {
		given(this.test.getTestMethod()).willReturn(Optional.empty());
		var result = new BrowserExtension(NOTHING).evaluateExecutionCondition(this.test);
		assertThat(result.isDisabled()).isTrue();
		assertThat(result.getReason()).contains(BrowserExtension.MISSING);
	}

	@Test
	void withoutABrowserThatIsMandatoryTestsFail() {
		BrowserExtension extension = new BrowserExtension(NOTHING_BUT_REQUIRED);
		assertThat(extension.evaluateExecutionCondition(this.test).isDisabled()).isFalse();
		assertThatIllegalStateException().isThrownBy(() -> extension.beforeAll(this.test))
			.withMessageContaining("BROWSER_TESTS=required");
	}

	@Test
	void withABrowserTestsRun() throws IOException {
		Map<String, String> environment = Map.of("PATH", "/nowhere:" + executable("google-chrome").getParent());
		BrowserExtension extension = new BrowserExtension(environment);
		assertThat(extension.evaluateExecutionCondition(this.test).isDisabled()).isFalse();
		assertThatNoException().isThrownBy(() -> extension.beforeAll(this.test));
	}

	@Test
	void theNamedBrowserComesFirst() throws IOException {
		Path named = executable("my-own-browser");
		executable("chromium");
		assertThat(Chromium.find(Map.of("CHROMIUM", named.toString(), "PATH", this.folder.toString()))).contains(named);
		assertThat(Chromium.find(Map.of("CHROMIUM", "/nowhere", "PATH", this.folder.toString()))).isEmpty();
	}

	private Path executable(String name) throws IOException {
		Path file = Files.createFile(this.folder.resolve(name));
		assertThat(file.toFile().setExecutable(true)).isTrue();
		return file;
	}

}
