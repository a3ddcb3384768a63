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
import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

/** A mail server that answers as it is told, which no real one does. */
class ScriptedSmtpServer implements AutoCloseable {

	/** Instead of an answer: the connection is lost. */
	static final String HANG_UP = "";

	/** Instead of an answer: none, until the client hangs up. */
	static final String SILENCE = " ";

	private static final Map<String, String> STANDARD = Map.of("DATA", "354 go on", "STAR", "220 go on");

	private final ServerSocket socket;

	private final Map<String, String> answers = new ConcurrentHashMap<>();

	private final List<String> commands = new CopyOnWriteArrayList<>();

	private final List<String> bodies = new CopyOnWriteArrayList<>();

	private final @Nullable SSLContext tls;

	ScriptedSmtpServer() throws IOException {
		this(new ServerSocket(0), null);
	}

	/** One that is encrypted from the first byte on. */
	static ScriptedSmtpServer encrypted(SSLContext tls) throws IOException {
		return new ScriptedSmtpServer(tls.getServerSocketFactory().createServerSocket(0), null);
	}

	/** One that offers STARTTLS. */
	static ScriptedSmtpServer offering(SSLContext tls) throws IOException {
		ScriptedSmtpServer server = new ScriptedSmtpServer(new ServerSocket(0), tls);
		server.answer("EHLO", "250-test\r\n250 STARTTLS");
		return server;
	}

	private ScriptedSmtpServer(ServerSocket socket, @Nullable SSLContext tls) {
		this.socket = socket;
		this.tls = tls;
		Thread thread = new Thread(this::serve, "scripted-smtp");
		thread.setDaemon(true);
		thread.start();
	}

	int port() {
		return this.socket.getLocalPort();
	}

	/** What it was told, line by line. */
	List<String> commands() {
		return this.commands;
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
				greet(client);
				converse(client);
			}
			catch (IOException ex) {
				// the client left, or the test is over
			}
		}
	}

	private static void greet(Socket client) throws IOException {
		client.getOutputStream().write("220 test\r\n".getBytes(StandardCharsets.US_ASCII));
		client.getOutputStream().flush();
	}

	private void converse(Socket client) throws IOException {
		BufferedReader in = new BufferedReader(
				new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
		PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.US_ASCII);
		String line = in.readLine();
		while (line != null) {
			this.commands.add(line);
			String command = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
			String answer = this.answers.getOrDefault(command, STANDARD.getOrDefault(command, "250 fine"));
			if (answer.equals(SILENCE)) {
				in.readLine();
				return;
			}
			if (!reply(out, answer) || command.equals("QUIT")) {
				return;
			}
			if (command.equals("STAR") && this.tls != null) {
				converse(this.tls.getSocketFactory().createSocket(client, null, true));
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
