package com.modalitysystems.onboarding.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Services are elsewhere, and spoken to in private: whoever wants it otherwise must say
 * so.
 */
final class Services implements Rule {

	private static final String EXEMPTION = "onboarding.allow-loopback-services";

	@Override
	public Stream<Problem> problems(Catalogue catalogue, Given given) {
		if (areAllowed(given)) {
			return Stream.empty();
		}
		return catalogue.settings()
			.stream()
			.filter(Setting::isAddress)
			.flatMap((setting) -> objection(given.text(setting.name())).map(setting::problem).stream());
	}

	/** Whether services on this machine will do, such as those of a sandbox. */
	static boolean areAllowed(Given given) {
		return given.text(EXEMPTION).equalsIgnoreCase("true");
	}

	private static Optional<String> objection(String address) {
		if (address.isBlank()) {
			return Optional.empty();
		}
		URI uri = parsed(address);
		if (uri == null) {
			return Optional.empty();
		}
		if (uri.getHost() == null) {
			return Optional.of("is not an address with a host");
		}
		if (String.valueOf(uri.getPath()).matches("/sandbox(/.*)?")) {
			return Optional.of("leads to a sandbox" + unless());
		}
		if (isThisMachine(uri.getHost().toLowerCase(Locale.ROOT))) {
			return Optional.of("leads to this machine itself" + unless());
		}
		return "https".equalsIgnoreCase(uri.getScheme()) ? Optional.empty()
				: Optional.of("does not begin with https://" + unless());
	}

	private static String unless() {
		return ", which " + EXEMPTION + " does not allow";
	}

	private static @Nullable URI parsed(String address) {
		try {
			return URI.create(address);
		}
		catch (IllegalArgumentException ex) {
			// said already
			return null;
		}
	}

	private static boolean isThisMachine(String host) {
		String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
		return name.equals("localhost") || name.endsWith(".localhost") || (isLiteral(name) && isOwn(name));
	}

	// nobody is asked for the address of a name
	private static boolean isLiteral(String host) {
		return host.startsWith("[") || host.matches("[0-9.]+");
	}

	/** However it is spelled. */
	private static boolean isOwn(String literal) {
		try {
			InetAddress address = InetAddress.getByName(literal);
			return address.isLoopbackAddress() || address.isAnyLocalAddress();
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

}
