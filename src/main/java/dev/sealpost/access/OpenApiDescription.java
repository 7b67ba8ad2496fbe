package dev.sealpost.access;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /api/openapi.json} says about the API as a whole: how to get in, and what refusals look like. */
@Configuration(proxyBeanMethods = false)
class OpenApiDescription {
    private static final String KEY = "apiKey";
    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI apiDescription() {
        return new OpenAPI()
                .info(new Info()
                        .title("Sealpost")
                        .version("1")
                        .description(
                                "Consented, minimised, sealed and audited messages. No URL carries personal data."))
                .components(components())
                .addSecurityItem(new SecurityRequirement().addList(KEY));
    }

    @Bean
    OpenApiCustomizer apiRefusals() {
        return api -> api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(OpenApiDescription::describeRefusal);
    }

    private static Components components() {
        Components components = new Components()
                .addSecuritySchemes(
                        KEY,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("An API key with the scope of the operation."));
        ModelConverters.getInstance().read(Problem.class).forEach(components::addSchemas);
        return components;
    }

    /** Each status that an operation describes as a refusal, and any other. */
    private static void describeRefusal(Operation operation) {
        operation.getResponses().forEach((status, response) -> {
            if (status.startsWith("4") || status.startsWith("5")) {
                response.setContent(problem());
            }
        });
        operation
                .getResponses()
                .setDefault(new ApiResponse()
                        .description("Refused: a problem document (RFC 9457) whose type says why.")
                        .content(problem()));
    }

    private static Content problem() {
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new Content().addMediaType("application/problem+json", new MediaType().schema(problem));
    }
}
