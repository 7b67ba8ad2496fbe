package dev.sealpost.cli;

import dev.sealpost.cli.rest.HubRefusal;
import dev.sealpost.cli.rest.HubUnavailable;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in a line or two what the hub refused or that there is none; anything else is a defect and keeps its trace. */
class Failures implements IExecutionExceptionHandler {
    private static final int UNAVAILABLE = 3;

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        PrintWriter err = command.getErr();
        if (failure instanceof HubUnavailable) {
            err.println(failure.getMessage());
            return UNAVAILABLE;
        }
        if (failure instanceof HubRefusal refusal) {
            err.println(refusal.getMessage());
            return refusal.exitCode();
        }
        throw failure;
    }
}
