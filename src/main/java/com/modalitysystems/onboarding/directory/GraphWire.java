package com.modalitysystems.onboarding.directory;

import java.io.IOException;
import java.net.URI;

import com.modalitysystems.onboarding.http.HttpClients;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;

/**
 * Carries the Graph SDK's requests over our own client, so that its calls keep the same
 * bounds of time and size as all others.
 */
class GraphWire implements Interceptor {

	private final RestClient http;

	GraphWire(HttpClients http, URI graphUrl) {
		this.http = http.to("Graph", graphUrl).build();
	}

	@Override
	public Response intercept(Chain chain) throws IOException {
		Request request = chain.request();
		RestClient.RequestBodySpec spec = this.http.method(HttpMethod.valueOf(request.method()))
			.uri(request.url().uri())
			.headers((headers) -> request.headers()
				.forEach((header) -> headers.add(header.getFirst(), header.getSecond())));
		if (request.body() != null) {
			Buffer body = new Buffer();
			request.body().writeTo(body);
			spec.body(body.readByteArray());
		}
		return spec.exchange((sent, answer) -> response(request, answer));
	}

	private static Response response(Request request, ConvertibleClientHttpResponse answer) throws IOException {
		String type = answer.getHeaders().getFirst("Content-Type");
		Response.Builder response = new Response.Builder().request(request)
			.protocol(Protocol.HTTP_1_1)
			.code(answer.getStatusCode().value())
			.message("")
			.body(ResponseBody.create(answer.getBody().readAllBytes(), (type != null) ? MediaType.parse(type) : null));
		answer.getHeaders().forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
		return response.build();
	}

}
