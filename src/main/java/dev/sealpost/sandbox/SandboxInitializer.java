package dev.sealpost.sandbox;

import dev.sealpost.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.core.env.StandardEnvironment;

/**
 * Starts the servers before the first bean, tells the hub where they are, and stops them when its context has closed. What
 * the command line or the environment says beats it; the configuration files do not.
 */
final class SandboxInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {
    private static final String SOURCE = "sandbox";
    private static final String PROFILE = "sandbox";
    private static final String OWN_WEBHOOK = "http://127.0.0.1:${server.port:8080}/webhooks/whatsapp";

    /** First, so that the check of the configuration finds what the hub needs. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.acceptsProfiles(Profiles.of(PROFILE))) {
            requireConfiguration(environment);
            settings(environment).flatMap(SandboxInitializer::open).ifPresent(session -> install(session, context));
        }
    }

    /** In a wrong folder nothing is started and no data directory made. */
    private static void requireConfiguration(ConfigurableEnvironment environment) {
        Path directory = Path.of(Binder.get(environment)
                        .bind("sealpost.config-directory", String.class)
                        .orElse("config"))
                .toAbsolutePath();
        if (!Files.isDirectory(directory)) {
            throw new StartRefused(new NoSuchFileException("There is no directory " + directory
                    + ": start in the folder that has config and routes in it, or set sealpost.config-directory"));
        }
    }

    /** Empty if they are wrong: the check of the configuration, which comes later, says so together with all other faults. */
    private static Optional<SandboxSettings> settings(ConfigurableEnvironment environment) {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        SOURCE + "-defaults", Map.of(SandboxSettings.PREFIX + ".webhook", OWN_WEBHOOK)));
        try {
            return Optional.of(SandboxSettings.of(environment));
        } catch (BindException e) {
            return Optional.empty();
        }
    }

    private static Optional<SandboxSession> open(SandboxSettings settings) {
        try {
            return SandboxSession.open(settings);
        } catch (IOException | RuntimeException e) {
            throw new StartRefused(e);
        }
    }

    private static void install(SandboxSession session, ConfigurableApplicationContext context) {
        SpringApplication.getShutdownHandlers().add(session::close);
        context.getEnvironment()
                .getPropertySources()
                .addAfter(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new MapPropertySource(SOURCE, session.hubSettings()));
        context.addApplicationListener(new Lifecycle(session));
    }

    private record Lifecycle(SandboxSession session) implements ApplicationListener<ApplicationEvent> {
        @Override
        public void onApplicationEvent(ApplicationEvent event) {
            if (event instanceof ApplicationFailedEvent) {
                session.close();
            } else if (event instanceof ApplicationReadyEvent ready) {
                session.welcome()
                        .to(HubAddresses.of(ready.getApplicationContext().getEnvironment()));
            }
        }
    }
}
