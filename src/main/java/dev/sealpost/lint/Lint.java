package dev.sealpost.lint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the YAML files of a routes directory, without starting anything. */
final class Lint {

    static final String ROUTES = ".camel.yaml";
    private static final String KAMELET = ".kamelet.yaml";

    private final RouteFiles files;
    private final Settings settings;

    Lint(RouteFiles files, Settings settings) {
        this.files = files;
        this.settings = settings;
    }

    static boolean isNamedAsFlow(Path file) {
        return file.getFileName().toString().endsWith(ROUTES);
    }

    /** What is wrong, by file, line and column. */
    List<Finding> run() {
        Findings beside = new Findings();
        Catalog catalog = catalog(beside);
        Findings findings = new Findings();
        Map<String, Place> ids = new HashMap<>();
        for (Path file : files.flowFiles()) {
            Findings ofFile = new Findings();
            check(file, catalog, ids, ofFile);
            if (files.isChecked(file)) {
                findings.addAll(ofFile.all());
            }
        }
        if (files.whole()) {
            findings.addAll(beside.all());
        }
        return findings.all();
    }

    Catalog catalog(Findings findings) {
        return new Catalog(kamelets(findings), policies(findings), settings);
    }

    private void check(Path file, Catalog catalog, Map<String, Place> ids, Findings findings) {
        new SourceFile(file, ROUTES, findings).read().ifPresent(root -> {
            CodeReferences.check(root, findings);
            new YamlFlow(findings).read(root).ifPresent(flow -> {
                new FlowRules(catalog).check(flow, findings);
                unique(flow.id(), ids, findings);
            });
        });
    }

    static void unique(Setting id, Map<String, Place> ids, Findings findings) {
        Place other = id == null ? null : ids.putIfAbsent(id.text(), id.at());
        if (other != null) {
            findings.add(
                    Rule.DUPLICATE_ID,
                    id.valueAt(),
                    "\"" + id.text() + "\" is the id of the flow in " + other.file() + ":" + other.line() + " too");
        }
    }

    private Kamelets kamelets(Findings findings) {
        Map<String, KameletDefinition> byName = new LinkedHashMap<>();
        for (Path file : files.kameletFiles()) {
            new SourceFile(file, KAMELET, findings)
                    .read()
                    .flatMap(new KameletFile(findings)::read)
                    .ifPresent(kamelet -> byName.put(kamelet.name(), kamelet));
        }
        return new Kamelets(byName);
    }

    private Set<String> policies(Findings findings) {
        List<Setting> ids = new ArrayList<>();
        for (Path file : files.policyFiles()) {
            new SourceFile(file, ROUTES, findings)
                    .read()
                    .flatMap(new PolicyFile(findings)::read)
                    .ifPresent(ids::add);
        }
        Map<String, Place> seen = new HashMap<>();
        ids.forEach(id -> unique(id, seen, findings));
        return new LinkedHashSet<>(seen.keySet());
    }
}
