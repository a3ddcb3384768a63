package com.modalitysystems.onboarding.intake;

import java.util.List;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.OpenApiCustomizer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/** What OpenAPI says of the API as a whole. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

	@Bean
	OpenAPI onboardingApi() {
		return new OpenAPI().info(new Info().title("OneMeeting Onboarding").version("1").description("""
				Onboardings of customers of the OneMeeting service, for the service's own systems. \
				What is refused is answered with application/problem+json (RFC 9457)."""))
			.servers(List.of(new Server().url("/").description("Where this description comes from")))
			.components(new Components().addSecuritySchemes("basic",
					new SecurityScheme().type(SecurityScheme.Type.HTTP)
						.scheme("basic")
						.description("A user who may use the API")))
			.security(List.of(new SecurityRequirement().addList("basic")));
	}

	@Bean
	OpenApiCustomizer onboardingApiProblems(ProblemExamples examples) {
		return api -> {
			ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
			api.getPaths()
				.values()
				.stream()
				.flatMap(path -> path.readOperations().stream())
				.forEach(operation -> describeProblems(operation, examples));
		};
	}

	private static void describeProblems(Operation operation, ProblemExamples examples) {
		ApiResponses responses = operation.getResponses();
		responses.putIfAbsent("401", new ApiResponse().description("User or password is missing or wrong"));
		responses.putIfAbsent("403", new ApiResponse().description("The user has no right to the API"));
		responses.putIfAbsent("429", new ApiResponse().description("Too many calls of this user"));
		responses.get("429")
			.addHeaderObject(HttpHeaders.RETRY_AFTER, new Header().description("After how many seconds to try again")
				.schema(new IntegerSchema().example(120)));
		responses.forEach((status, response) -> {
			if (status.startsWith("4")) {
				response.setContent(new Content().addMediaType("application/problem+json",
						new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))
							.example(examples.of(status, operation.getOperationId()))));
			}
		});
	}

}
