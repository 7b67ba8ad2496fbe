package dev.sealpost.configuration;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the files are that people edit.
 *
 * @param configDirectory the directory of purposes.yml, minimisation.yml, templates.yml and senders.yml
 * @param routesDirectory the directory of flows, policies and kamelets
 */
@ConfigurationProperties("sealpost")
public record Directories(
        @DefaultValue("config") @NotBlank String configDirectory,
        @DefaultValue("routes") @NotBlank String routesDirectory) {}
