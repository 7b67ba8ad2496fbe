package dev.sealpost.cli.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that asks a hub and prints its answer, for people or as JSON. */
public abstract class HubCommand implements Callable<Integer> {

    @Mixin
    private HubOptions hub;

    @Mixin
    private OutputOptions output;

    /** @return what {@code --json} prints */
    protected abstract JsonNode ask(HubClient client);

    /** Prints the answer for people. */
    protected abstract void show(JsonNode answer, PrintWriter out);

    /** 0 unless the answer holds findings. */
    protected int exitCode(JsonNode answer) {
        return 0;
    }

    @Override
    public final Integer call() {
        JsonNode answer = ask(hub.connect());
        output.print(answer, out -> show(answer, out));
        return exitCode(answer);
    }
}
