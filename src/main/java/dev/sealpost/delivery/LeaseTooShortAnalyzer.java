package dev.sealpost.delivery;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows an operator the setting instead of a stack trace. */
class LeaseTooShortAnalyzer extends AbstractFailureAnalyzer<LeaseTooShort> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, LeaseTooShort cause) {
        return new FailureAnalysis(cause.getMessage(), "Make it longer, or the channel's time-outs shorter.", cause);
    }
}
