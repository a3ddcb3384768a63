package com.modalitysystems.onboarding.setup;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import com.modalitysystems.onboarding.customer.BrandLook;
import com.modalitysystems.onboarding.customer.Colour;
import com.modalitysystems.onboarding.customer.OnboardingSettings;
import com.modalitysystems.onboarding.customer.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

class BrandFilesTests {

	private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";

	@Test
	void coloursOfTheBrandTakeThePlaceOfOurs() throws IOException {
		OnboardingSettings settings = settings(new BrandLook(null, Colour.of("#5b2da3"), Colour.of("#c9b2f0")));
		assertThat(new Brand(settings).colours()).isEqualTo("/brand/colours.css");
		assertThat(pages(settings).get().uri("/brand/colours.css")).hasStatusOk()
			.hasContentType("text/css;charset=UTF-8")
			.bodyText()
			.contains("--accent: #5b2da3;", "--accent: #c9b2f0;")
			.doesNotContain("#0b5c6b", "#74cbd9");
	}

	@Test
	void withoutABrandThereIsNothingToLoad() throws IOException {
		OnboardingSettings settings = settings(BrandLook.ours());
		assertThat(new Brand(settings).colours()).isNull();
		assertThat(new Brand(settings).logo()).isEqualTo("/favicon.svg");
		assertThat(pages(settings).get().uri("/brand/logo")).hasStatus(404);
	}

	@Test
	void logoComesAsWhatItIsAndCanDoNothing(@TempDir Path folder) throws IOException {
		Path logo = Files.writeString(folder.resolve("logo.svg"), SVG);
		OnboardingSettings settings = settings(
				new BrandLook(logo, BrandLook.ours().accent(), BrandLook.ours().accentDark()));
		assertThat(new Brand(settings).logo()).isEqualTo("/brand/logo");
		assertThat(pages(settings).get().uri("/brand/logo")).hasStatusOk()
			.hasContentType("image/svg+xml")
			.hasHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
			.hasBodyTextEqualTo(SVG);
	}

	private static MockMvcTester pages(OnboardingSettings settings) throws IOException {
		return MockMvcTester.of(new BrandFiles(settings));
	}

	private static OnboardingSettings settings(BrandLook look) {
		return new OnboardingSettings(URI.create("https://onboarding.videosrv.net"),
				new Secret("test-link-secret-which-is-no-secret"), null, "OneMeeting", "support@videosrv.net", "", null,
				"videosrv.net", look);
	}

}
