package dev.sealpost.cli.flows;

import dev.sealpost.configuration.Printable;
import dev.sealpost.dryrun.DryRunReport;
import java.io.PrintWriter;

/** A dry run for people: one block a state. */
final class DryRunText {

    private final PrintWriter out;

    DryRunText(PrintWriter out) {
        this.out = out;
    }

    void print(DryRunReport report) {
        if (report.received() != null) {
            received(report.received());
        }
        if (report.consented() != null) {
            consented(report.consented());
        }
        if (report.minimised() != null) {
            minimised(report.minimised());
        }
        if (report.sealed() != null) {
            head("sealed");
            line(" ", report.sealed().bytes() + " bytes", report.sealed().algorithm());
        }
        if (report.request() != null) {
            head("would be sent");
            report.request().toPrettyString().lines().forEach(line -> out.println("    " + Printable.line(line)));
        }
        ending(report);
    }

    private void received(DryRunReport.Received received) {
        head("received as " + received.event());
        received.fields().forEach((path, value) -> line(" ", path, value));
    }

    private void consented(DryRunReport.Consented consented) {
        head("allowed for " + consented.purpose());
        line(" ", "lawful basis", consented.lawfulBasis());
        line(" ", "evidence", consented.evidence());
    }

    private void minimised(DryRunReport.Minimised minimised) {
        head("minimised by " + minimised.profile());
        minimised.kept().forEach(field -> line("=", field.from(), field.name() + ": " + field.after()));
        minimised
                .transformed()
                .forEach(field ->
                        line("~", field.from(), field.name() + ": " + field.before() + " -> " + field.after()));
        minimised.dropped().forEach(path -> line("-", path, "dropped"));
    }

    private void ending(DryRunReport report) {
        out.println();
        if (report.reason() == null) {
            out.println("This event would be queued and sent. Nothing was sent or stored now.");
        } else {
            out.println("This event would be " + report.outcome() + " at " + report.step() + ": " + report.reason());
        }
    }

    private void head(String title) {
        out.println(title);
    }

    private void line(String mark, String name, String value) {
        out.println("  " + mark + " %-28s %s".formatted(Printable.line(name), Printable.line(value)));
    }
}
