package dev.sealpost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.configuration.InvalidConfiguration;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;

@DisplayName("The command line")
class CommandLineInterfaceTest {

    private final List<List<String>> starts = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"", "serve"})
    void servesByDefault(String command) {
        assertThat(run(starts::add, command.isEmpty() ? new String[0] : new String[] {command}))
                .isZero();
        assertThat(starts).containsExactly(List.of());
    }

    @Test
    void handsSettingsToSpringWithAndWithoutTheWordServe() {
        List<String> settings = List.of("--spring.profiles.active=production", "--sealpost.x=y z", "--debug");
        run(starts::add, settings.toArray(String[]::new));
        run(starts::add, "serve", settings.get(0), settings.get(1), settings.get(2));
        assertThat(starts).containsExactly(settings, settings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve now", "serve -Dserver.port=1", "--server.port 1", "srve", "flow check", "-x"})
    void saysHowItIsUsedWhenItDoesNotUnderstand(String arguments) {
        assertThat(run(starts::add, arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: sealpost");
        assertThat(starts).isEmpty();
    }

    @Test
    void guessesTheCommandThatWasMeant() {
        run(starts::add, "serv");
        assertThat(err.toString()).contains("Did you mean: sealpost serve?");
    }

    @Test
    void saysThatPartsAreInTheOtherJar() {
        StringWriter printed = new StringWriter();
        var commands = new CommandLine(new PartsCommand(Optional::empty));
        assertThat(commands.setErr(new PrintWriter(printed, true)).execute()).isEqualTo(2);
        assertThat(printed.toString()).contains("parts is only in sealpost-sandbox.jar");
    }

    @Test
    void runsTheSandboxsPartsWithTheirSettings() {
        List<String> given = new ArrayList<>();
        SandboxParts parts = settings -> {
            given.addAll(settings);
            return 3;
        };
        var commands = new CommandLine(new PartsCommand(() -> Optional.of(parts)));
        assertThat(commands.execute("--sealpost.sandbox.fresh=true")).isEqualTo(3);
        assertThat(given).containsExactly("--sealpost.sandbox.fresh=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "serve --help", "parts --help"})
    void explainsItself(String arguments) {
        assertThat(run(starts::add, arguments.split(" "))).isZero();
        assertThat(out.toString()).contains("Usage: sealpost");
        assertThat(starts).isEmpty();
    }

    @Test
    void tellsItsVersion() {
        assertThat(run(starts::add, "--version")).isZero();
        assertThat(out.toString()).startsWith("sealpost ");
    }

    @Test
    void endsWithTheExitCodeOfAStartThatFailed() {
        assertThat(run(failing(new InvalidConfiguration(List.of())))).isEqualTo(1);
        assertThat(run(failing(new IllegalStateException(new PortInUseException(8080)))))
                .isEqualTo(3);
        assertThat(run(failing(new IllegalStateException("a defect")))).isEqualTo(1);
        assertThat(err.toString()).isEmpty();
    }

    private static Hub failing(RuntimeException failure) {
        return settings -> {
            throw failure;
        };
    }

    private int run(Hub hub, String... arguments) {
        return new CommandLineInterface(hub, Optional::empty)
                .printingTo(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }
}
