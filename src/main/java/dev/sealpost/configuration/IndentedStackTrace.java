package dev.sealpost.configuration;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.util.stream.Collectors;

/** A stack trace whose every line is indented and printable: an exception's message cannot pass for a log line of its own. */
public class IndentedStackTrace extends ThrowableProxyConverter {

    @Override
    protected String throwableProxyToString(IThrowableProxy failure) {
        return super.throwableProxyToString(failure)
                .lines()
                .map(line -> "    " + Printable.line(line.replace("\t", "  ")))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
