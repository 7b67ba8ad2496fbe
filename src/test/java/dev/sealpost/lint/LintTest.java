package dev.sealpost.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.cli.flows.FlowsCheckCommand;
import dev.sealpost.configuration.Faults;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import picocli.CommandLine;

@DisplayName("The lint")
class LintTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FLOW = "src/test/resources/lint/right/plain.camel.yaml";

    @TempDir
    private Path directory;

    private int exitCode;

    static Stream<Path> corpus() {
        return Stream.of("wrong", "right").flatMap(kind -> Corpus.files(kind).stream());
    }

    @BeforeEach
    void install() throws IOException {
        Corpus.installIn(directory);
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void findsWhatIsExpectedAndNothingElseOfflineAndAtTheHubsStart(Path file) throws IOException {
        add("flows", file);

        assertThat(placesAndRules(offline())).containsExactlyInAnyOrderElementsOf(Corpus.expected(file));
        assertThat(exitCode).isEqualTo(Corpus.expected(file).isEmpty() ? 0 : 1);
        assertThat(atStart()).isEqualTo(offline());
    }

    @Test
    void hasACorpusThatIsLargeEnoughAndWrong() throws IOException {
        assertThat(Corpus.files("wrong")).hasSizeGreaterThan(40);
        assertThat(Corpus.files("right")).hasSizeGreaterThan(12);
        for (Path file : Corpus.files("wrong")) {
            assertThat(Corpus.expected(file)).as("%s", file).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void findsWhatAPolicyMayNotDo(Path file) throws IOException {
        add("policies", file);

        assertThat(Corpus.expected(file)).isNotEmpty();
        assertThat(placesAndRules(offline())).containsExactlyInAnyOrderElementsOf(Corpus.expected(file));
        assertThat(atStart()).isEqualTo(offline());
    }

    static Stream<Path> policies() {
        return Corpus.files("policies").stream();
    }

    @Test
    void findsTheSameIdInTwoFiles() throws IOException {
        add("flows", Path.of(FLOW));
        Files.copy(Path.of(FLOW), directory.resolve("routes/flows/second.camel.yaml"));

        List<Finding> findings = atStart();
        assertThat(placesAndRules(findings)).containsExactly("2 duplicate-id");
        assertThat(findings.get(0).file()).endsWith("second.camel.yaml");
        assertThat(findings.get(0).message()).contains("plain.camel.yaml:2");
    }

    @Test
    void findsFilesThatAreNotWhatTheySeem() throws IOException {
        Path flows = directory.resolve("routes/flows");
        Files.copy(Path.of(FLOW), flows.resolve("named-otherwise.yaml"));
        Files.createSymbolicLink(flows.resolve("link.camel.yaml"), Path.of(FLOW).toAbsolutePath());
        Files.writeString(flows.resolve("large.camel.yaml"), "#".repeat(200_000));
        Files.writeString(flows.resolve(".hidden.swp"), "an editor's");

        assertThat(placesAndRules(atStart())).containsExactly("0 file-kind", "0 file-name");
    }

    @Test
    void findsAKameletThatSendsOrRunsCodeOfItsOwn() throws IOException {
        Path seal = directory.resolve("routes/kamelets/seal.kamelet.yaml");
        Files.writeString(
                seal,
                Files.readString(seal)
                        .replace("#class:dev.sealpost.routing.Seal", "#class:com.example.Seal")
                        .replace("      steps:\n", "      steps:\n        - to: https://example.org\n"));

        assertThat(atStart()).extracting(Finding::rule).containsExactly("kamelet", "kamelet");
    }

    @Test
    void showsTheLineAndAMarkBelowWhatIsWrong() throws IOException {
        Path wrong = Path.of("src/test/resources/lint/wrong/minimised-before-consent.camel.yaml");
        add("flows", wrong);

        assertThat(run("flows/minimised-before-consent.camel.yaml"))
                .contains(
                        "minimised-before-consent.camel.yaml:13:15 misordered-step: minimise comes before require-consent",
                        "    13 |         - to: kamelet:minimise",
                        "       |               ^",
                        "    why  ",
                        "    fix  the steps are receive, require-consent, minimise, seal, deliver, in this order",
                        "1 finding: the hub would not start.");
    }

    @Test
    void refusesTheStartWithAllFindingsAsFileLineColumnRuleMessageAndFix() throws IOException {
        add("flows", Path.of("src/test/resources/lint/wrong/unknown-purpose.camel.yaml"));
        FlowsRefused refused = catchThrowableOfType(FlowsRefused.class, this::start);

        assertThat(refused.getExitCode()).isEqualTo(1);
        assertThat(refused)
                .hasMessageContaining("There is 1 finding in the flows:")
                .hasMessageContaining("unknown-purpose.camel.yaml:15:35 unknown-purpose: \"order-update\" is not known;"
                        + " did you mean \"order-updates\"?");
    }

    @Test
    void saysWhatItCannotCheck() {
        assertThat(run("nowhere")).contains("does not exist");
        assertThat(exitCode).isEqualTo(2);
    }

    @Test
    void isDescribedRuleByRule() throws IOException {
        String guide = Files.readString(Path.of("src/docs/flows.md"));
        assertThat(Arrays.stream(Rule.values()).map(rule -> "| `" + rule.id() + "` |"))
                .allMatch(guide::contains);
    }

    private void add(String folder, Path file) throws IOException {
        Files.copy(file, directory.resolve("routes").resolve(folder).resolve(file.getFileName()));
    }

    private static List<String> placesAndRules(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.line() + " " + finding.rule())
                .distinct()
                .toList();
    }

    private List<Finding> offline() throws IOException {
        JsonNode answer = JSON.readTree(run("", "--json"));
        List<Finding> findings = new ArrayList<>();
        for (JsonNode finding : answer.path("findings")) {
            findings.add(JSON.treeToValue(finding, Finding.class));
        }
        return findings;
    }

    private String run(String checked, String... options) {
        StringWriter out = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add("--config=" + directory.resolve("config"));
        arguments.add(directory.resolve("routes").resolve(checked).toString());
        exitCode = new CommandLine(new FlowsCheckCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(arguments.toArray(String[]::new));
        return out.toString();
    }

    private List<Finding> atStart() {
        FlowsRefused refused = catchThrowableOfType(FlowsRefused.class, this::start);
        return refused == null ? List.of() : refused.findings();
    }

    private void start() {
        ConfigurableEnvironment environment = SettingsFiles.read(directory.resolve("config"), new Faults());
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "sealpost.config-directory",
                                directory.resolve("config").toString(),
                                "sealpost.routes-directory",
                                directory.resolve("routes").toString())));
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            context.setEnvironment(environment);
            new StartCheck().initialize(context);
        }
    }
}
