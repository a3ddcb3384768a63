package com.modalitysystems.onboarding.sandbox;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/**
 * The directory with the data of the embedded database, taken by one instance at a time.
 */
final class DataDirectory implements Closeable {

	private final Path directory;

	private final FileChannel channel;

	private DataDirectory(Path directory, FileChannel channel) {
		this.directory = directory;
		this.channel = channel;
	}

	static DataDirectory take(Path directory) throws IOException {
		Files.createDirectories(directory);
		FileChannel channel = FileChannel.open(directory.resolve("in-use"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE);
		if (lock(channel) == null) {
			channel.close();
			throw new SandboxRefused(
					"Another instance is running on the data directory " + directory.toAbsolutePath().normalize() + ".",
					"Stop that one, or give this one a directory and a port of its own: --onboarding.data-directory=… --server.port=…");
		}
		return new DataDirectory(directory, channel);
	}

	private static @Nullable FileLock lock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			// the other instance lives in this very process
			return null;
		}
	}

	/**
	 * Where the database keeps its files. What a killed first start left half made is put
	 * aside.
	 */
	Path database() throws IOException {
		Path database = this.directory.resolve("postgresql");
		if (Files.exists(database) && !Files.exists(complete())) {
			Files.move(database, unused("postgresql-unfinished"));
		}
		return database;
	}

	/** The database has been made, and started. */
	void markComplete() throws IOException {
		if (!Files.exists(complete())) {
			Files.createFile(complete());
		}
	}

	private Path complete() {
		return this.directory.resolve("postgresql-complete");
	}

	private Path unused(String name) {
		int number = 1;
		while (Files.exists(this.directory.resolve(name + "-" + number))) {
			number++;
		}
		return this.directory.resolve(name + "-" + number);
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
