package com.modalitysystems.onboarding.setup;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A picture of a page that takes little room: with the few colours that pages have. */
final class Snapshot {

	private static final int COLOURS = 32;

	private final BufferedImage image;

	private Snapshot(BufferedImage image) {
		this.image = image;
	}

	static Snapshot of(byte[] png) throws IOException {
		return new Snapshot(ImageIO.read(new ByteArrayInputStream(png)));
	}

	/** The same picture in a smaller width. */
	Snapshot wide(int width) {
		int height = this.image.getHeight() * width / this.image.getWidth();
		BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D pen = smaller.createGraphics();
		pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		pen.drawImage(this.image, 0, 0, width, height, null);
		pen.dispose();
		return new Snapshot(smaller);
	}

	void write(Path file) throws IOException {
		int[] palette = palette();
		IntUnaryOperator nearest = nearest(palette);
		BufferedImage indexed = new BufferedImage(this.image.getWidth(), this.image.getHeight(),
				BufferedImage.TYPE_BYTE_INDEXED,
				new IndexColorModel(Byte.SIZE, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE));
		pixels().forEach(at -> indexed.getRaster().setSample(x(at), y(at), 0, nearest.applyAsInt(colour(at))));
		write(indexed, file);
	}

	private static void write(BufferedImage image, Path file) throws IOException {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
		ImageWriteParam parameters = writer.getDefaultWriteParam();
		parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		parameters.setCompressionQuality(0);
		ByteArrayOutputStream picture = new ByteArrayOutputStream();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(picture)) {
			writer.setOutput(out);
			writer.write(null, new IIOImage(image, null, null), parameters);
		}
		finally {
			writer.dispose();
		}
		Files.write(file, picture.toByteArray());
	}

	/** The colours that are there most. */
	private int[] palette() {
		Map<Integer, Integer> counts = new HashMap<>();
		pixels().forEach(at -> counts.merge(colour(at), 1, Integer::sum));
		return counts.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
			.limit(COLOURS)
			.mapToInt(Map.Entry::getKey)
			.toArray();
	}

	private static IntUnaryOperator nearest(int[] palette) {
		Map<Integer, Integer> known = new HashMap<>();
		return colour -> known.computeIfAbsent(colour,
				wanted -> IntStream.range(0, palette.length)
					.boxed()
					.min(Comparator.comparingInt(index -> distance(wanted, palette[index])))
					.orElseThrow());
	}

	private static int distance(int one, int other) {
		return IntStream.of(0, 8, 16)
			.map(shift -> (one >> shift & 0xff) - (other >> shift & 0xff))
			.map(difference -> difference * difference)
			.sum();
	}

	private IntStream pixels() {
		return IntStream.range(0, this.image.getWidth() * this.image.getHeight());
	}

	private int colour(int at) {
		return this.image.getRGB(x(at), y(at));
	}

	private int x(int at) {
		return at % this.image.getWidth();
	}

	private int y(int at) {
		return at / this.image.getWidth();
	}

}
