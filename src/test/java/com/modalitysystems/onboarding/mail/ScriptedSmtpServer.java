package com.modalitysystems.onboarding.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers as it is told, which no real one does. */
class ScriptedSmtpServer implements AutoCloseable {

	/** Instead of an answer: the connection is lost. */
	static final String HANG_UP = "";

	private final ServerSocket socket;

	private final Map<String, String> answers = new ConcurrentHashMap<>();

	private final List<String> bodies = new CopyOnWriteArrayList<>();

	ScriptedSmtpServer() throws IOException {
		this.socket = new ServerSocket(0);
		Thread thread = new Thread(this::serve, "scripted-smtp");
		thread.setDaemon(true);
		thread.start();
	}

	int port() {
		return this.socket.getLocalPort();
	}

	/** What was handed over, taken or not. */
	List<String> bodies() {
		return this.bodies;
	}

	/**
	 * Answer a command in this way from now on.
	 * @param command {@code MAIL}, {@code RCPT}, {@code DATA}, or a dot for the end of
	 * the letter
	 */
	void answer(String command, String answer) {
		this.answers.put(command, answer);
	}

	private void serve() {
		while (!this.socket.isClosed()) {
			try (Socket client = this.socket.accept()) {
				converse(client);
			}
			catch (IOException ex) {
				// the client left, or the test is over
			}
		}
	}

	private void converse(Socket client) throws IOException {
		BufferedReader in = new BufferedReader(
				new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
		PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.US_ASCII);
		out.print("220 test\r\n");
		out.flush();
		String line = in.readLine();
		while (line != null) {
			String command = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
			String answer = this.answers.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 fine");
			if (!reply(out, answer) || command.equals("QUIT")) {
				return;
			}
			if (answer.startsWith("354")) {
				this.bodies.add(body(in));
				if (!reply(out, this.answers.getOrDefault(".", "250 2.0.0 queued as 4711"))) {
					return;
				}
			}
			line = in.readLine();
		}
	}

	private static boolean reply(PrintWriter out, String answer) {
		if (!answer.equals(HANG_UP)) {
			out.print(answer + "\r\n");
			out.flush();
		}
		return !answer.equals(HANG_UP);
	}

	private static String body(BufferedReader in) throws IOException {
		StringBuilder body = new StringBuilder();
		String line = in.readLine();
		while (line != null && !line.equals(".")) {
			body.append(line).append('\n');
			line = in.readLine();
		}
		return body.toString();
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
