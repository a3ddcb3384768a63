package com.modalitysystems.onboarding;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test of a {@link BrowserTest} its {@link Browser}. */
class BrowserExtension implements ExecutionCondition, BeforeAllCallback, ParameterResolver, AfterEachCallback {

	static final String MISSING = "No Chromium or Chrome is installed (looked at CHROMIUM, the PATH and the usual places)";

	private static final Namespace OURS = Namespace.create(BrowserExtension.class);

	private final Map<String, String> environment;

	BrowserExtension() {
		this(System.getenv());
	}

	BrowserExtension(Map<String, String> environment) {
		this.environment = environment;
	}

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		Optional<Path> found = Chromium.find(this.environment);
		if (found.isPresent()) {
			return ConditionEvaluationResult.enabled("A browser is installed: " + found.get());
		}
		if (isRequired()) {
			return ConditionEvaluationResult.enabled("Browser tests are mandatory");
		}
		if (context.getTestMethod().isEmpty()) {
			System.out.println("SKIPPED " + context.getDisplayName() + ": " + MISSING);
		}
		return ConditionEvaluationResult.disabled(MISSING);
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		if (Chromium.find(this.environment).isEmpty()) {
			throw new IllegalStateException(MISSING + ", but BROWSER_TESTS=required says that it must be");
		}
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Browser.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return context.getStore(OURS)
			.getOrComputeIfAbsent(Browser.class, type -> new Browser(chromium(context).browser()));
	}

	@Override
	public void afterEach(ExtensionContext context) {
		Browser browser = context.getStore(OURS).remove(Browser.class, Browser.class);
		if (browser == null) {
			return;
		}
		if (context.getExecutionException().isPresent()) {
			browser
				.keep(context.getRequiredTestClass().getSimpleName() + "." + context.getRequiredTestMethod().getName());
			browser.troubles().forEach(trouble -> System.out.println("A script failed on " + trouble));
		}
		browser.close();
	}

	private boolean isRequired() {
		return "required".equals(this.environment.get("BROWSER_TESTS"));
	}

	private Chromium chromium(ExtensionContext context) {
		Store shared = context.getRoot().getStore(OURS);
		return shared
			.getOrComputeIfAbsent(Kept.class,
					type -> new Kept(new Chromium(Chromium.find(this.environment).orElseThrow())), Kept.class)
			.chromium();
	}

	/** JUnit closes it after the last test. */
	private record Kept(Chromium chromium) implements Store.CloseableResource {

		@Override
		public void close() {
			this.chromium.close();
		}

	}

}
