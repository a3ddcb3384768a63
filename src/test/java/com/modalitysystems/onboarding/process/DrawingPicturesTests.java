package com.modalitysystems.onboarding.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.Browser;
import com.modalitysystems.onboarding.BrowserTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The pictures in {@code docs/} show the drawings as they are. */
class DrawingPicturesTests {

	private static final Path VISIT = DrawingRulesTests.SOUND.resolve("bpmn/visit.bpmn");

	@TestFactory
	Stream<DynamicTest> everyPictureIsOfItsDrawing() {
		return Drawing.files(Path.of("bpmn"), ".bpmn")
			.stream()
			.map(drawing -> DynamicTest.dynamicTest(drawing.toString(),
					() -> assertThat(Picture.isUpToDate(drawing, DrawingPictures.DOCS))
						.as("%s shows %s as it is; draw it anew: ./mvnw -q test -Dtest=DrawingPictures",
								Picture.of(drawing, DrawingPictures.DOCS), drawing)
						.isTrue()));
	}

	@Test
	void thePictureOnThePageOfAnOnboardingIsOfItsDrawing() {
		assertThat(Picture.isUpToDate(Path.of("bpmn/onboarding.bpmn"), DrawingPictures.PAGES))
			.as("draw it anew: ./mvnw -q test -Dtest=DrawingPictures")
			.isTrue();
	}

	@Test
	void aPictureOfAnOlderDrawingIsNotUpToDate(@TempDir Path folder) throws IOException {
		Path drawing = Files.copy(VISIT, folder.resolve("visit.bpmn"));
		assertThat(Picture.isUpToDate(drawing, folder)).isFalse();
		Files.writeString(Picture.of(drawing, folder), Picture.sign("<svg ></svg>", drawing));
		assertThat(Picture.isUpToDate(drawing, folder)).isTrue();
		Files.writeString(drawing, Files.readString(drawing).replace("Open door", "Close door"));
		assertThat(Picture.isUpToDate(drawing, folder)).isFalse();
	}

	@BrowserTest
	@Nested
	class Drawn {

		@Test
		void aDrawingIsDrawnWithAllItsWordsAndTheSameTwice(Browser browser) {
			String picture = Picture.draw(VISIT, browser.wide());
			List<String> words = List.of("Open door", "Approve visit", "Visit overdue", "Cancellation", ">yes<");
			assertThat(picture).contains(words).contains("font-family: Arial");
			assertThat(Picture.draw(VISIT, browser.wide())).isEqualTo(picture);
		}

	}

}
