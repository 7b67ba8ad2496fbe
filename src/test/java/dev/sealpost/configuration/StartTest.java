package dev.sealpost.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sealpost.consent.Purposes;
import dev.sealpost.minimisation.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.DefaultResourceLoader;

/** Starts nothing but the configuration: an application of no beans, with the shipped files copied to a directory of its own. */
@DisplayName("A start")
class StartTest {

    static class Nothing {}

    @TempDir
    private Path config;

    @BeforeEach
    void copyTheShippedFiles() throws IOException {
        try (var files = Files.newDirectoryStream(Path.of("config"), "*.yml")) {
            for (Path file : files) {
                Files.copy(file, config.resolve(file.getFileName()));
            }
        }
    }

    @Nested
    @DisplayName("with the shipped files")
    class Shipped {

        @Test
        void makesBeansOfThem() {
            try (ConfigurableApplicationContext context = start("sandbox")) {
                assertThat(context.getBean(Purposes.class).find("order-updates"))
                        .isPresent();
                assertThat(context.getBean(Profiles.class).names()).contains("order-shipped");
            }
        }
    }

    @Nested
    @DisplayName("with faults")
    class Faulty {

        @Test
        void saysEveryFaultOfEveryFileAtOnce() throws IOException {
            write("purposes.yml", "purposes: {p: {opt-in: tripple}}");
            write("minimisation.yml", "profiles:\n\tx: {}");
            Files.delete(config.resolve("templates.yml"));
            append(
                    "application.yml",
                    "sealpost.vualt.create: true\nsealpost.delivery.batch-size: many\nsealpost.delivery.in-flight: 0\n");
            assertThat(faults("sandbox", "--sealpost.delivery.leese=45s"))
                    .anySatisfy(
                            fault -> assertThat(fault)
                                    .contains(
                                            "purposes.yml:1:24: purposes.p.opt-in: \"tripple\" is not known; allowed: none, single, double"))
                    .anySatisfy(fault -> assertThat(fault)
                            .contains("minimisation.yml:2:1: is not valid YAML")
                            .contains("indent with spaces, not tabs"))
                    .anySatisfy(
                            fault -> assertThat(fault)
                                    .matches(
                                            ".*application.yml:\\d+:24: sealpost.vualt.create: is not a setting of the hub; did you mean \"sealpost.vault.create\"\\?"))
                    .anySatisfy(
                            fault -> assertThat(fault)
                                    .matches(
                                            ".*application.yml:\\d+:31: sealpost.delivery.batch-size: \"many\" is not a whole number.*"))
                    .anySatisfy(
                            fault -> assertThat(fault)
                                    .isEqualTo(
                                            "command line: sealpost.delivery.leese: is not a setting of the hub; did you mean \"sealpost.delivery.lease\"?"));
        }

        @Test
        void saysWhichValueIsOutOfItsRange() throws IOException {
            append("application.yml", "sealpost.delivery.in-flight: 0\n");
            assertThat(faults("sandbox"))
                    .singleElement()
                    .asString()
                    .matches(".*application.yml:\\d+:30: sealpost.delivery.in-flight: \"0\" must be .*");
        }

        @Test
        void saysWhichSettingARuleIsAboutAndNeverASecret() {
            List<String> faults = faults(
                    "sandbox",
                    "--sealpost.access.admin.password=short-pw",
                    "--sealpost.access.bootstrap-key=short-key",
                    "--sealpost.whatsapp.base-uri=http://cloud.example");
            assertThat(faults)
                    .hasSize(3)
                    .noneMatch(fault -> fault.contains("short-"))
                    .anySatisfy(fault -> assertThat(fault)
                            .startsWith("command line: sealpost.access.admin.password: \"***\" ")
                            .contains("must have at least 12 characters"))
                    .anySatisfy(fault -> assertThat(fault)
                            .startsWith("command line: sealpost.access.bootstrap-key: \"***\" ")
                            .contains("must begin with sp_"))
                    .anySatisfy(
                            fault -> assertThat(fault)
                                    .startsWith(
                                            "command line: sealpost.whatsapp.base-uri: \"http://cloud.example\" must be https://"));
        }

        @Test
        void saysWhereAMissingFileWasLookedFor() throws IOException {
            Files.delete(config.resolve("purposes.yml"));
            assertThat(faults("sandbox"))
                    .singleElement()
                    .isEqualTo(config + "/purposes.yml: is missing; looked for it at " + config
                            + "/purposes.yml; sealpost.config-directory says where");
        }

        @ParameterizedTest
        @CsvSource({
            "SEALPOST_DELIVERY_BACH_SIZE, environment variable SEALPOST_DELIVERY_BACH_SIZE: sealpost.delivery.bach.size: is not a setting of the hub; did you mean \"SEALPOST_DELIVERY_BATCH_SIZE\"?",
            "SEALPOST_DELIVERY_BATCH_SIZE,",
            "SEALPOST_DELIVERY_BATCHSIZE,"
        })
        void saysWhichEnvironmentVariableHasNoEffect(String variable, String message) {
            assertThat(faultsWithVariable(variable, "7"))
                    .isEqualTo(Optional.ofNullable(message).stream().toList());
        }

        @Test
        void saysWhichPlaceholderHasNoValue() {
            assertThat(faults("sandbox", "--sealpost.routes-directory=${nowhere}"))
                    .contains(
                            "command line: sealpost.routes-directory: \"${nowhere}\" holds a placeholder that has no value");
        }

        @Test
        void saysThatTheSandboxIsInTheOtherJar() {
            SpringApplication application = application();
            application.setResourceLoader(new DefaultResourceLoader(new FilteredClassLoader("dev.sealpost.sandbox")));
            InvalidConfiguration refusal = catchThrowableOfType(
                    InvalidConfiguration.class,
                    () -> application.run(arguments("sandbox", "--sealpost.sandbox.fresh=true")));
            assertThat(texts(refusal))
                    .containsExactly(
                            "command line: sealpost.sandbox.fresh: is a setting of the sandbox, which this jar does not "
                                    + "contain; remove it, or run sealpost-sandbox.jar");
        }

        @Test
        void endsWithTheExitCodeOfFindings() {
            assertThat(refusal("sandbox", "--sealpost.x=y").getExitCode()).isEqualTo(1);
        }

        @Test
        void printsOneBlockWithAllOfThem() {
            String block = new InvalidConfigurationAnalyzer()
                    .analyze(refusal("sandbox", "--sealpost.x=y", "--sealpost.z=y"))
                    .getDescription();
            assertThat(block)
                    .isEqualTo(
                            "There are 2 faults in the configuration:\n\n  command line: sealpost.x: is not a setting of the hub\n  command line: sealpost.z: is not a setting of the hub");
        }
    }

    @Nested
    @DisplayName("in production")
    class Production {

        private static final List<String> COMPLETE = List.of(
                "--spring.datasource.url=jdbc:postgresql://db.example/sealpost",
                "--spring.datasource.username=hub",
                "--spring.datasource.password=pw-of-test",
                "--sealpost.kafka.brokers=kafka.example:9092",
                "--sealpost.vault.directory=/var/lib/sealpost/vault",
                "--sealpost.crm.base-url=https://crm.example",
                "--sealpost.crm.token-url=https://crm.example/token",
                "--sealpost.crm.client-id=hub",
                "--sealpost.crm.client-secret=crm-secret-of-test",
                "--sealpost.whatsapp.base-uri=https://cloud.example",
                "--sealpost.whatsapp.phone-number-id=100000000000077",
                "--sealpost.whatsapp.token=token-of-test",
                "--sealpost.whatsapp.app-secret=app-secret-of-test",
                "--sealpost.whatsapp.verify-token=verify-token-of-test",
                "--sealpost.mail.host=imap.example",
                "--sealpost.mail.user=hub@clinic.example",
                "--sealpost.mail.password=mail-password-of-test",
                "--sealpost.mail.authserv-id=mx.clinic.example");

        @Test
        void startsWhenEverythingIsSet() {
            start("production", COMPLETE.toArray(String[]::new)).close();
        }

        @ParameterizedTest
        @ValueSource(strings = {"production", "staging", "prod,eu"})
        void orUnderAnyOtherNameThanSandboxSaysEverythingThatIsMissingAtOnce(String profiles) {
            assertThat(faults(profiles))
                    .contains(
                            "spring.datasource.password: is missing; set it in application.yml or as the environment variable SPRING_DATASOURCE_PASSWORD",
                            "sealpost.whatsapp.app-secret: is missing; set it in application.yml or as the environment variable SEALPOST_WHATSAPP_APP_SECRET")
                    .filteredOn(fault -> fault.contains("is missing"))
                    .contains(
                            "sealpost.mail.authserv-id: is missing; whose Authentication-Results are believed? Without one no mail is"
                                    + " taken; set it in application.yml or as the environment variable SEALPOST_MAIL_AUTHSERV_ID")
                    .hasSize(13);
        }

        @Test
        void neverReadsAMailboxInClear() {
            assertThat(faults("production", with("sealpost.mail.protocol", "imap")))
                    .singleElement()
                    .asString()
                    .contains("sealpost.mail.protocol: \"imap\" is not imaps");
        }

        @ParameterizedTest
        @CsvSource({
            "sealpost.whatsapp.token, sandbox-token",
            "sealpost.whatsapp.app-secret, sandbox-app-secret",
            "sealpost.whatsapp.verify-token, sandbox-verify-token",
            "sealpost.whatsapp.phone-number-id, 100000000000001",
            "sealpost.mail.password, sandbox-mail",
            "sealpost.crm.client-secret, sandbox-crm-secret"
        })
        void refusesWhatEverybodyKnowsFromTheSandbox(String name, String value) {
            assertThat(faults("production", with(name, value)))
                    .singleElement()
                    .asString()
                    .contains(
                            name,
                            "is the sandbox's, which everybody knows; set it as the environment variable SEALPOST_")
                    .doesNotContain(
                            "sandbox-token",
                            "sandbox-app-secret",
                            "sandbox-verify-token",
                            "sandbox-mail",
                            "sandbox-crm-secret");
        }

        @ParameterizedTest
        @CsvSource({
            "http://cloud.example",
            "https://localhost",
            "https://127.0.0.1:18090",
            "https://[::1]/",
            "ftp://cloud.example",
            "cloud.example",
            "https://wa.localhost",
            "https://0.0.0.0"
        })
        void refusesAWayToWhatsAppThatIsNotPrivate(String uri) {
            assertThat(faults("production", with("sealpost.whatsapp.base-uri", uri)))
                    .contains("command line: sealpost.whatsapp.base-uri: \"" + uri
                            + "\" is not an https address of another host; "
                            + "set it as the environment variable SEALPOST_WHATSAPP_BASE_URI");
        }

        @Test
        void isNotTheSandboxToo() {
            assertThat(faults("production,sandbox"))
                    .contains("spring.profiles.active: names both production and sandbox; choose one");
        }

        private String[] with(String name, String value) {
            List<String> settings = new ArrayList<>(COMPLETE);
            settings.removeIf(setting -> setting.startsWith("--" + name + "="));
            settings.add("--" + name + "=" + value);
            return settings.toArray(String[]::new);
        }
    }

    private ConfigurableApplicationContext start(String profiles, String... settings) {
        return application().run(arguments(profiles, settings));
    }

    private List<String> faults(String profiles, String... settings) {
        return texts(refusal(profiles, settings));
    }

    private InvalidConfiguration refusal(String profiles, String... settings) {
        return catchThrowableOfType(InvalidConfiguration.class, () -> start(profiles, settings));
    }

    private List<String> faultsWithVariable(String name, String value) {
        SpringApplication application = application();
        StandardEnvironment environment = new StandardEnvironment();
        String source = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment
                .getPropertySources()
                .replace(source, new SystemEnvironmentPropertySource(source, Map.of(name, value)));
        application.setEnvironment(environment);
        InvalidConfiguration refusal =
                catchThrowableOfType(InvalidConfiguration.class, () -> application.run(arguments("sandbox")));
        return refusal == null ? List.of() : texts(refusal);
    }

    private static List<String> texts(InvalidConfiguration refusal) {
        return refusal.faults().stream().map(ConfigFault::toString).toList();
    }

    private static SpringApplication application() {
        SpringApplication application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        return application;
    }

    private String[] arguments(String profiles, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.profiles.active=" + profiles,
                "--spring.config.location=" + config + "/",
                "--sealpost.config-directory=" + config));
        arguments.addAll(List.of(settings));
        return arguments.toArray(String[]::new);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(config.resolve(file), text);
    }

    private void append(String file, String text) throws IOException {
        write(file, Files.readString(config.resolve(file)) + "\n" + text);
    }
}
