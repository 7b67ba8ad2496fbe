package dev.sealpost.cli;

import dev.sealpost.cli.rest.HubRefusal;
import dev.sealpost.cli.rest.HubUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in a line or two what the hub or a file refused, or that there is none; anything else is a defect and keeps its trace. */
class Failures implements IExecutionExceptionHandler {
    private static final int USAGE = 2;
    private static final int UNAVAILABLE = 3;

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof HubUnavailable) {
            return ended(failure.getMessage(), UNAVAILABLE, command);
        }
        if (failure instanceof HubRefusal refusal) {
            return ended(refusal.getMessage(), refusal.exitCode(), command);
        }
        if (failure instanceof UncheckedIOException wrapped) {
            return ended(wrapped.getCause(), command);
        }
        if (failure instanceof IOException broken) {
            return ended(broken, command);
        }
        throw failure;
    }

    /** A disk that is full, for one, is not the call's fault. */
    private static int ended(IOException broken, CommandLine command) {
        boolean wrongFile = broken instanceof NoSuchFileException || broken instanceof AccessDeniedException;
        String file = broken instanceof FileSystemException named ? named.getFile() : "A file";
        return ended(
                "%s cannot be read or written: %s".formatted(file, reason(broken)),
                wrongFile ? USAGE : UNAVAILABLE,
                command);
    }

    private static String reason(IOException broken) {
        if (broken instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (broken instanceof AccessDeniedException) {
            return "permission denied";
        }
        return broken instanceof FileSystemException named && named.getReason() != null
                ? named.getReason()
                : broken.getClass().getSimpleName();
    }

    private static int ended(String message, int exitCode, CommandLine command) {
        command.getErr().println(message);
        return exitCode;
    }
}
