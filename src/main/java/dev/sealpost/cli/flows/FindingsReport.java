package dev.sealpost.cli.flows;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.cli.rest.OutputOptions;
import dev.sealpost.configuration.Printable;
import dev.sealpost.lint.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Findings for people: each with its line of the file and a mark below what it is about. */
final class FindingsReport {

    private static final int FINDINGS = 1;

    private final PrintWriter out;
    private final Map<String, List<String>> files = new HashMap<>();

    private FindingsReport(PrintWriter out) {
        this.out = out;
    }

    /**
     * Prints the findings, or that there are none.
     *
     * @return the exit code
     */
    static int print(List<Finding> findings, OutputOptions output) {
        output.print(new ObjectMapper().valueToTree(Map.of("findings", findings)), out -> new FindingsReport(out)
                .print(findings));
        return findings.isEmpty() ? 0 : FINDINGS;
    }

    private void print(List<Finding> findings) {
        findings.forEach(this::print);
        out.println(
                switch (findings.size()) {
                    case 0 -> "No findings.";
                    case 1 -> "1 finding: the hub would not start.";
                    default -> findings.size() + " findings: the hub would not start.";
                });
    }

    private void print(Finding finding) {
        out.println(finding.file() + position(finding) + " " + finding.rule() + ": " + finding.message());
        printSource(finding);
        out.println("    why  " + finding.why());
        out.println("    fix  " + finding.fix());
        out.println();
    }

    private static String position(Finding finding) {
        String column = finding.column() == 0 ? "" : ":" + finding.column();
        return finding.line() == 0 ? "" : ":" + finding.line() + column;
    }

    private void printSource(Finding finding) {
        List<String> lines = files.computeIfAbsent(finding.file(), FindingsReport::lines);
        if (finding.line() < 1 || finding.line() > lines.size()) {
            return;
        }
        String number = "%6d | ".formatted(finding.line());
        out.println(number + shown(lines.get(finding.line() - 1)));
        if (finding.column() > 0) {
            out.println(" ".repeat(number.length() - 2) + "| " + " ".repeat(finding.column() - 1) + "^");
        }
    }

    /** A tab as one space, so that the mark below stands where it should. */
    private static String shown(String line) {
        return Printable.line(line.replace('\t', ' '));
    }

    /** Without its lines a finding is still said. */
    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
