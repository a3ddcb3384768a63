package com.modalitysystems.onboarding.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Somebody at Camunda's applications, with cookies and the token against forged requests
 * like a browser's.
 */
class Visitor {

	private final CookieManager cookies = new CookieManager();

	private final HttpClient http = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	private final int port;

	private final String base;

	Visitor(int port) {
		this.port = port;
		this.base = "http://localhost:" + port + "/camunda";
		// a visitor's first page brings session and token
		get("/api/admin/auth/user/default");
	}

	/** Somebody new at the same place. */
	Visitor another() {
		return new Visitor(this.port);
	}

	/**
	 * Everybody may sign in at the page with their own profile, whatever else they may.
	 */
	Visitor signIn(String name) {
		int status = signIn(name, name, "welcome");
		if (status != 200) {
			throw new IllegalStateException(name + " was turned away: " + status);
		}
		return this;
	}

	int signIn(String name, String password, String application) {
		return send("POST", "/api/admin/auth/user/default/login/" + application, "application/x-www-form-urlencoded",
				BodyPublishers.ofString("username=" + name + "&password=" + password))
			.statusCode();
	}

	int signOut() {
		return send("POST", "/api/admin/auth/user/default/logout", "application/json", BodyPublishers.noBody())
			.statusCode();
	}

	/** What the browser keeps under this name, empty when nothing. */
	String cookie(String name) {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter(cookie -> cookie.getName().equals(name))
			.map(HttpCookie::getValue)
			.findFirst()
			.orElse("");
	}

	/** Somebody elsewhere with a copy of these cookies. */
	Visitor twin() {
		Visitor twin = new Visitor(this.port);
		twin.cookies.getCookieStore().removeAll();
		this.cookies.getCookieStore()
			.getCookies()
			.forEach(cookie -> twin.cookies.getCookieStore().add(URI.create(this.base), cookie));
		return twin;
	}

	HttpResponse<String> get(String path) {
		return send("GET", path, "application/json", BodyPublishers.noBody());
	}

	/** A call of the engine's interface as it stands behind Tasklist and Cockpit. */
	HttpResponse<String> engine(String method, String path, String json) {
		return send(method, "/api/engine/engine/default" + path, "application/json", BodyPublishers.ofString(json));
	}

	HttpResponse<String> engine(String path) {
		return get("/api/engine/engine/default" + path);
	}

	/** The engine's answer as Tasklist asks for it, with what belongs to it. */
	String hal(String path) {
		return send("GET", "/api/engine/engine/default" + path, "application/json", "application/hal+json",
				BodyPublishers.noBody())
			.body();
	}

	/** A page of ours, outside of Camunda's applications. */
	HttpResponse<String> page(String path) {
		return send(ours(path).build());
	}

	/** Press a button of such a page, which carries the session's token. */
	HttpResponse<String> press(String path) {
		return press(path, masked(cookie("XSRF-TOKEN")));
	}

	HttpResponse<String> press(String path, String token) {
		return post(path, "_csrf=" + token);
	}

	/** Fill in a form of such a page, as {@code name=value&other=value}, and send it. */
	HttpResponse<String> fillIn(String path, String form) {
		return post(path, "_csrf=" + masked(cookie("XSRF-TOKEN")) + "&" + form);
	}

	private HttpResponse<String> post(String path, String form) {
		return send(ours(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form))
			.build());
	}

	private HttpRequest.Builder ours(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path)).header("Accept", "text/html");
	}

	// pages mask the token anew each time, here with nothing but zeros
	private static String masked(String token) {
		byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
		byte[] masked = new byte[bytes.length * 2];
		System.arraycopy(bytes, 0, masked, bytes.length, bytes.length);
		return Base64.getUrlEncoder().encodeToString(masked);
	}

	/** Try any door of the house, with as little as a caller of its kind would bring. */
	int knock(Door door, String basic) {
		HttpRequest.Builder call = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + door.path()));
		if (door.isForMachines()) {
			call.header("Accept", "*/*")
				.header("Content-Type", "application/json")
				.header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"));
		}
		else {
			call.header("Accept", "text/html, */*;q=0.5").header("Content-Type", "application/x-www-form-urlencoded");
		}
		if (door.template().startsWith("/api/") && !basic.isEmpty()) {
			call.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
		}
		String body = door.isForMachines() ? "{}" : "_csrf=" + masked(cookie("XSRF-TOKEN"));
		return send(call.method(door.method(), door.isRead() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
			.build()).statusCode();
	}

	HttpResponse<String> send(String method, String path, String type, BodyPublisher body) {
		return send(method, path, type, "application/json, text/html;q=0.5", body);
	}

	private HttpResponse<String> send(String method, String path, String type, String accept, BodyPublisher body) {
		return send(HttpRequest.newBuilder(URI.create(this.base + path))
			.header("Content-Type", type)
			.header("Accept", accept)
			.header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
			.method(method, body)
			.build());
	}

	private HttpResponse<String> send(HttpRequest request) {
		try {
			return this.http.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
