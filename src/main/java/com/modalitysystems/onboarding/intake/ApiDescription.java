package com.modalitysystems.onboarding.intake;

import java.util.List;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.OpenApiCustomizer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
	OpenApiCustomizer onboardingApiProblems() {
		return api -> {
			ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
			api.getPaths()
				.values()
				.stream()
				.flatMap(path -> path.readOperations().stream())
				.flatMap(operation -> operation.getResponses().entrySet().stream())
				.filter(response -> response.getKey().startsWith("4"))
				.forEach(response -> response.getValue().setContent(problem()));
		};
	}

	private static Content problem() {
		return new Content().addMediaType("application/problem+json",
				new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")));
	}

}
