package dev.sealpost.cli.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** For people, or as JSON for programs. */
public final class OutputOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--json", description = "Prints JSON, for programs.")
    private boolean json;

    public boolean isJson() {
        return json;
    }

    public PrintWriter out() {
        return command.commandLine().getOut();
    }

    public PrintWriter err() {
        return command.commandLine().getErr();
    }

    /** Prints the answer itself, or what is written about it for people. */
    public void print(JsonNode answer, Consumer<PrintWriter> forPeople) {
        if (json) {
            out().println(pretty(answer));
        } else {
            forPeople.accept(out());
        }
        out().flush();
    }

    /** Terminals act on some characters beyond ASCII too. */
    private static String pretty(JsonNode answer) {
        try {
            return new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
