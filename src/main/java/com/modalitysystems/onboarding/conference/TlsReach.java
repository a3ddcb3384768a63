package com.modalitysystems.onboarding.conference;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import com.modalitysystems.onboarding.doctor.Finding;

/**
 * Whether a host answers over TLS, with a certificate of its name. What cannot be reached
 * from here is a warning: others are meant to reach it, and a firewall may keep us out.
 */
class TlsReach {

	static final int HTTPS = 443;

	private static final int PATIENCE = 5000;

	private final SSLSocketFactory sockets;

	TlsReach(SSLSocketFactory sockets) {
		this.sockets = sockets;
	}

	/**
	 * Knock.
	 * @param what who lives there
	 * @param setting the setting that names the host
	 */
	Finding look(String what, String host, int port, String setting) {
		String who = what + ", " + host + ":" + port + ",";
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getByName(host), port), PATIENCE);
			socket.setSoTimeout(PATIENCE);
			shakeHands(socket, host, port);
			return Finding.ok(who + " answers, and its certificate fits");
		}
		catch (UnknownHostException ex) {
			return Finding.warning(who + " is not known to the DNS here", "check " + setting);
		}
		catch (SSLException ex) {
			return Finding.failed(who + " has a certificate that is not trusted here, or not of its name",
					"check " + setting + ", and the certificate there");
		}
		catch (IOException ex) {
			return Finding.warning(who + " cannot be reached from here",
					"check " + setting + "; if only others may reach it, there is nothing to do");
		}
	}

	private void shakeHands(Socket socket, String host, int port) throws IOException {
		try (SSLSocket tls = (SSLSocket) this.sockets.createSocket(socket, host, port, true)) {
			SSLParameters parameters = tls.getSSLParameters();
			parameters.setEndpointIdentificationAlgorithm("HTTPS");
			tls.setSSLParameters(parameters);
			tls.startHandshake();
		}
	}

}
