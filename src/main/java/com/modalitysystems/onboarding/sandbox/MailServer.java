package com.modalitysystems.onboarding.sandbox;

import java.net.Socket;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.ServerSetup;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The mail server of the simulated world: GreenMail, with a mailbox that lasts. */
@Profile("sandbox")
@Component
class MailServer implements SmartLifecycle {

	private static final long STARTUP_MILLIS = 10_000;

	private final Server server;

	MailServer(SandboxSettings settings, Mailbox mailbox, Faults faults, Journal journal) {
		ServerSetup setup = new ServerSetup(settings.smtpPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
		this.server = new Server(setup, new Managers(), mailbox, faults, journal);
	}

	@Override
	public void start() {
		this.server.startService();
		try {
			if (!this.server.waitTillRunning(STARTUP_MILLIS)) {
				throw new SandboxRefused("The sandbox cannot open its mail server on port "
						+ this.server.getServerSetup().getPort() + ".", "Choose another with sandbox.smtp-port.");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void stop() {
		this.server.stopService();
	}

	@Override
	public boolean isRunning() {
		return this.server.isRunning();
	}

	// before whoever might send a letter, and after them at the end
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE + 1;
	}

	private static final class Server extends SmtpServer {

		private final Mailbox mailbox;

		private final Faults faults;

		private final Journal journal;

		private Server(ServerSetup setup, Managers managers, Mailbox mailbox, Faults faults, Journal journal) {
			super(setup, managers);
			this.mailbox = mailbox;
			this.faults = faults;
			this.journal = journal;
			setDaemon(true);
		}

		@Override
		protected ProtocolHandler createProtocolHandler(Socket socket) {
			Postmaster postmaster = new Postmaster(this.managers, this.mailbox, this.faults, this.journal);
			SmtpHandler handler = new SmtpHandler(new SmtpCommandRegistry(), postmaster, socket);
			postmaster.onHangUp(handler::close);
			return handler;
		}

	}

}
