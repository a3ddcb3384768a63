package com.modalitysystems.onboarding.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

import com.microsoft.playwright.Page;

import org.springframework.core.io.ClassPathResource;

/** The picture of a drawing, which remembers what it was drawn from. */
final class Picture {

	private static final String VIEWER = "META-INF/resources/webjars/bpmn-js/8.0.0/dist/bpmn-viewer.production.min.js";

	// these three are of one width, so words stay in their shapes on every machine
	private static final String FONTS = "Arial, Liberation Sans, Helvetica, sans-serif";

	private static final String DRAW = """
			async ({ xml, fonts }) => {
				const style = { fontFamily: fonts };
				const viewer = new BpmnJS({ container: '#canvas',
					textRenderer: { defaultStyle: style, externalStyle: style } });
				await viewer.importXML(xml);
				return (await viewer.saveSVG()).svg;
			}
			""";

	private Picture() {
	}

	/** Draw with the Modeler's own library, in a page of a browser. */
	static String draw(Path drawing, Page page) {
		page.setContent("<!doctype html><div id=canvas style='width: 2000px; height: 2000px'></div>");
		page.addScriptTag(new Page.AddScriptTagOptions().setContent(viewer()));
		String svg = (String) page.evaluate(DRAW, Map.of("xml", text(drawing), "fonts", FONTS));
		return sign(steady(svg), drawing);
	}

	/**
	 * The same in the colours of whoever looks, and without what only an editor needs.
	 */
	static String forPages(String svg) {
		return svg.replaceFirst("<!DOCTYPE[^>]*>\\s*", "")
			.replaceAll("<\\w+ [^>]*class=\"djs-(hit|outline)[^>]*/>", "")
			.replace(" style=\"display: block;\"", "")
			.replace(": black", ": var(--ink)")
			.replace(": white", ": var(--paper)");
	}

	/** Where the picture of a drawing belongs. */
	static Path of(Path drawing, Path folder) {
		return folder.resolve(Drawing.withoutEnding(drawing) + ".svg");
	}

	/** Whether the picture was drawn from the drawing as it is now. */
	static boolean isUpToDate(Path drawing, Path folder) {
		Path picture = of(drawing, folder);
		return Files.exists(picture) && text(picture).contains(signature(drawing));
	}

	static String sign(String svg, Path drawing) {
		return svg.replaceFirst("<svg ", signature(drawing) + "\n<svg ") + "\n";
	}

	private static String signature(Path drawing) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text(drawing).getBytes(StandardCharsets.UTF_8));
			return "<!-- drawn from " + drawing.getFileName() + ", SHA-256 " + HexFormat.of().formatHex(hash) + " -->";
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	// the library makes up the names of arrow heads: the same drawing must give the same
	// picture
	private static String steady(String svg) {
		return svg.replaceAll(
				"(sequenceflow-[a-z-]+|messageflow-[a-z-]+|association-[a-z-]+|conditional-[a-z-]+)-[0-9a-z]{20,}",
				"$1");
	}

	private static String viewer() {
		try {
			return new ClassPathResource(VIEWER).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(Path drawing) {
		try {
			return Files.readString(drawing).replace("\r\n", "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
