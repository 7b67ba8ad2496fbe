package dev.sealpost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

@DisplayName("The help of a command")
class HelpTest {

    static Stream<List<String>> commands() {
        List<List<String>> all = new ArrayList<>();
        collect(new CommandLineInterface(settings -> {}, Optional::empty).commands(), List.of(), all);
        return all.stream();
    }

    private static void collect(CommandLine command, List<String> path, List<List<String>> all) {
        if (!path.isEmpty()) {
            all.add(path);
        }
        command.getSubcommands().forEach((name, child) -> {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            collect(child, longer, all);
        });
    }

    @ParameterizedTest
    @MethodSource("commands")
    void saysWhatItDoesWithAnExample(List<String> command) {
        Shell.Result help =
                Shell.alone(Stream.concat(command.stream(), Stream.of("--help")).toArray(String[]::new));
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).startsWith("Usage: sealpost").contains("Example", command.get(command.size() - 1));
    }
}
