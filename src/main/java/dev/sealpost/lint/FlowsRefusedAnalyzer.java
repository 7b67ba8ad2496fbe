package dev.sealpost.lint;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints all the findings as one block instead of a stack trace. */
class FlowsRefusedAnalyzer extends AbstractFailureAnalyzer<FlowsRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FlowsRefused cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Mend them and start again; flows check says why each of them matters, without a start.",
                cause);
    }
}
