package dev.sealpost.lint;

import dev.sealpost.configuration.ConfigFault;
import dev.sealpost.configuration.Faults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The check of flows without a hub: reads files only, starts nothing, connects to nothing. */
public final class FlowCheck {

    private final Path config;
    private final Path routes;

    /**
     * @param config the configuration directory that flows refer to
     * @param routes the routes directory whose policies and kamelets are meant where the checked directory has none beside it
     */
    public FlowCheck(Path config, Path routes) {
        this.config = config;
        this.routes = routes;
    }

    /**
     * @param given a routes directory, a directory of flows, or one flow
     * @return what is wrong, by file, line and column
     * @throws IllegalArgumentException if there is nothing to check there
     */
    public List<Finding> check(Path given) {
        if (!Files.exists(given)) {
            throw new IllegalArgumentException(given + " does not exist");
        }
        if (!Files.isDirectory(config)) {
            throw new IllegalArgumentException(config + " is no directory; --config says where the configuration is");
        }
        RouteFiles files = RouteFiles.of(given, routes);
        if (files.kameletFiles().isEmpty()) {
            throw new IllegalArgumentException("There are no kamelets: neither beside " + given + " nor in "
                    + routes.resolve(RouteFiles.KAMELETS));
        }
        if (Files.isDirectory(given)
                && !files.whole()
                && files.flowFiles().stream().noneMatch(Lint::isNamedAsFlow)) {
            throw new IllegalArgumentException(
                    "There is no flow in " + given + ": no file is named NAME" + Lint.ROUTES);
        }
        Faults faults = new Faults();
        Settings settings = new SettingsReader(config, SettingsFiles.read(config, faults)).read(faults);
        List<Finding> findings = new ArrayList<>(faults.all().stream()
                .filter(FlowCheck::isKnownHere)
                .map(FlowCheck::finding)
                .toList());
        if (findings.isEmpty()) {
            findings.addAll(new Lint(files, settings).run());
        }
        return findings;
    }

    /** What only the running hub knows, such as a secret, is no fault without it. */
    private static boolean isKnownHere(ConfigFault fault) {
        return fault.value() == null || !fault.value().contains("${");
    }

    private static Finding finding(ConfigFault fault) {
        String value = fault.value() == null ? "" : "\"" + fault.value() + "\" ";
        String allowed = fault.allowed().isEmpty() ? "" : "; allowed: " + String.join(", ", fault.allowed());
        String key = fault.key().isEmpty() ? "" : fault.key() + ": ";
        return Finding.of(
                Rule.CONFIGURATION, YamlTree.place(fault), key + value + fault.problem() + allowed, fix(fault));
    }

    private static String fix(ConfigFault fault) {
        if (fault.advice().isEmpty()) {
            return fault.problem().equals("is missing") ? "add it" : Rule.CONFIGURATION.fix();
        }
        return fault.advice();
    }
}
