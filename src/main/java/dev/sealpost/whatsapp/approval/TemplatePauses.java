package dev.sealpost.whatsapp.approval;

import dev.sealpost.message.Reason;
import dev.sealpost.pause.NewPause;
import dev.sealpost.pause.Pause;
import dev.sealpost.pause.PauseScope;
import dev.sealpost.pause.Pauses;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Pauses templates with which every message would fail, before the first one does, and lifts that when a later check finds them mended.
 * A template that one account has as it should be is not paused: messages of that account go. Other templates are never touched.
 */
@Component
class TemplatePauses {

    private static final String BY = "templates-check";

    /** The words for which it is written down what to do. */
    private static final Map<String, String> WORDS = Map.of(
            "template-missing", "template-missing",
            "template-language", "template-missing",
            "template-status", "template-paused",
            "template-category", "template-category",
            "template-header", "template-parameters",
            "template-parameters", "template-parameters",
            "template-buttons", "template-parameters");

    private final Pauses pauses;
    private final TransactionOperations transactions;

    TemplatePauses(Pauses pauses, TransactionOperations transactions) {
        this.pauses = pauses;
        this.transactions = transactions;
    }

    void follow(TemplateReport report) {
        Map<String, Finding> stopped = stopped(report);
        List<NewPause> begun =
                stopped.values().stream().map(TemplatePauses::pause).toList();
        transactions.executeWithoutResult(transaction -> {
            pauses.begin(begun);
            pauses.hold().all().stream()
                    .filter(pause ->
                            isMended(pause, stopped) && report.unchecked().isEmpty())
                    .forEach(pause -> pauses.lift(
                            pause.scope(), pause.key(), Set.of(pause.reason().word()), BY));
        });
    }

    /** Templates that fail in every account that was asked, with the first reason. */
    private static Map<String, Finding> stopped(TemplateReport report) {
        Map<String, Set<String>> accounts = new HashMap<>();
        Map<String, Finding> first = new HashMap<>();
        report.findings().stream().filter(Finding::stops).forEach(finding -> {
            accounts.computeIfAbsent(finding.template(), any -> new HashSet<>()).add(finding.account());
            first.putIfAbsent(finding.template(), finding);
        });
        first.keySet().removeIf(template -> !accounts.get(template).containsAll(report.accounts()));
        return first;
    }

    private static NewPause pause(Finding finding) {
        String word = WORDS.get(finding.rule());
        return new NewPause(
                PauseScope.TEMPLATE,
                finding.template(),
                Reason.of(word, finding.message()),
                null,
                word.equals("template-paused"),
                null,
                BY);
    }

    private static boolean isMended(Pause pause, Map<String, Finding> stopped) {
        Finding finding = stopped.get(pause.key());
        boolean goesOn = finding != null
                && WORDS.get(finding.rule()).equals(pause.reason().word());
        return pause.scope() == PauseScope.TEMPLATE && pause.by().equals(BY) && !goesOn;
    }
}
