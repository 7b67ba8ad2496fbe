package dev.sealpost.vault;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows an operator what is wrong with the vault and what to do, without a stack trace. */
class VaultUnusableAnalyzer extends AbstractFailureAnalyzer<VaultUnusable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, VaultUnusable cause) {
        return new FailureAnalysis(lines(cause, VaultFault::what), lines(cause, VaultFault::remedy), cause);
    }

    private static String lines(VaultUnusable cause, Function<VaultFault, String> part) {
        return cause.faults().stream().map(part).distinct().collect(Collectors.joining(System.lineSeparator()));
    }
}
