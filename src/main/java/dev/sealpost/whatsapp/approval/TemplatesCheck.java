package dev.sealpost.whatsapp.approval;

import dev.sealpost.whatsapp.Sender;
import dev.sealpost.whatsapp.Senders;
import dev.sealpost.whatsapp.TemplateStanding;
import dev.sealpost.whatsapp.TemplateStandings;
import dev.sealpost.whatsapp.approval.MetaTemplates.Fetched;
import dev.sealpost.whatsapp.approval.TemplateReport.Unchecked;
import dev.sealpost.whatsapp.request.Approvals;
import dev.sealpost.whatsapp.request.Definitions;
import dev.sealpost.whatsapp.request.Template;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Compares the templates of the configuration with those of each account that senders belong to, and remembers what Meta has
 * approved. Until it has run, and for accounts it cannot look at, everything counts as approved: Meta's answers decide then.
 */
@Component
class TemplatesCheck implements Approvals, TemplateStandings {

    private final Definitions definitions;
    private final Senders senders;
    private final MetaTemplates meta;
    private final Map<String, List<MetaTemplate>> known = new ConcurrentHashMap<>();
    private volatile TemplateReport last;

    TemplatesCheck(Definitions definitions, Senders senders, MetaTemplates meta) {
        this.definitions = definitions;
        this.senders = senders;
        this.meta = meta;
    }

    /** Asks Meta. Blocks: some requests for each account. */
    TemplateReport check() {
        List<Finding> findings = new ArrayList<>();
        List<Unchecked> unchecked = new ArrayList<>();
        senders.all().stream()
                .filter(sender -> sender.account() == null)
                .forEach(sender -> unchecked.add(
                        new Unchecked("sender " + sender.name(), "no-account: config/senders.yml does not say")));
        accounts().forEach((account, sender) -> check(account, sender, findings, unchecked));
        findings.sort(Comparator.comparing(Finding::file)
                .thenComparingInt(Finding::line)
                .thenComparing(Finding::account));
        last = new TemplateReport(Instant.now(), checked(unchecked), List.copyOf(findings), List.copyOf(unchecked));
        return last;
    }

    @Override
    public TemplateStanding now() {
        TemplateReport report = last;
        return report == null
                ? new TemplateStanding(List.of(), List.of())
                : new TemplateStanding(
                        report.findings().stream()
                                .map(finding -> finding.template() + ": " + finding.message())
                                .toList(),
                        report.unchecked().stream().map(Unchecked::what).toList());
    }

    @Override
    public boolean isApproved(String account, String template, String language) {
        List<MetaTemplate> templates = account == null ? null : known.get(account);
        return templates == null
                || templates.stream()
                        .anyMatch(theirs -> theirs.name().equals(template)
                                && theirs.language().equals(language)
                                && theirs.isApproved());
    }

    private void check(String account, Sender sender, List<Finding> findings, List<Unchecked> unchecked) {
        Fetched fetched = meta.of(sender);
        if (fetched instanceof Fetched.Failed failed) {
            unchecked.add(new Unchecked("account " + account, failed.reason().toString()));
            return;
        }
        List<MetaTemplate> theirs = ((Fetched.All) fetched).templates();
        known.put(account, theirs);
        for (Template template : definitions.templates()) {
            findings.addAll(Comparison.of(
                    template,
                    account,
                    theirs.stream()
                            .filter(one -> one.name().equals(template.name()))
                            .toList()));
        }
    }

    private List<String> checked(List<Unchecked> unchecked) {
        return accounts().keySet().stream()
                .filter(account ->
                        unchecked.stream().noneMatch(failed -> failed.what().endsWith(" " + account)))
                .sorted()
                .toList();
    }

    private Map<String, Sender> accounts() {
        return senders.all().stream()
                .filter(sender -> sender.account() != null)
                .collect(Collectors.toMap(Sender::account, sender -> sender, (one, other) -> one));
    }
}
