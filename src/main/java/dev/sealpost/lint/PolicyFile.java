package dev.sealpost.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a policy and checks that it sends nothing, logs nothing and loses nothing. */
final class PolicyFile {

    private static final String DEAD_LETTER = "kamelet:dead-letter";
    private static final Set<String> OF_POLICY = Set.of("id", "description", "note", "onException");
    private static final Set<String> OF_EXCEPTION =
            Set.of("id", "description", "note", "exception", "redeliveryPolicy", "handled", "steps");
    private static final Set<String> OF_REDELIVERY = Set.of(
            "maximumRedeliveries",
            "redeliveryDelay",
            "maximumRedeliveryDelay",
            "useExponentialBackOff",
            "backOffMultiplier",
            "useCollisionAvoidance",
            "collisionAvoidanceFactor",
            "asyncDelayedRedelivery",
            "retryAttemptedLogLevel",
            "retriesExhaustedLogLevel",
            "logRetryAttempted",
            "logExhausted",
            "logExhaustedMessageBody",
            "logExhaustedMessageHistory",
            "logHandled",
            "logStackTrace");
    private static final Set<String> LOGS_CONTENT = Set.of("logExhaustedMessageBody", "logExhaustedMessageHistory");

    private final Findings findings;

    PolicyFile(Findings findings) {
        this.findings = findings;
    }

    /** @return its id, if it has one */
    Optional<Setting> read(Item root) {
        CodeReferences.check(root, findings);
        List<Item.Entry> entries = root.items().stream()
                .flatMap(item -> item.block().map(Item.Block::entries).orElse(List.of()).stream())
                .toList();
        only(entries, Set.of("routeConfiguration"), "a policy file");
        Optional<Item.Block> policy = entries.stream()
                .filter(entry -> entry.key().equals("routeConfiguration"))
                .findFirst()
                .flatMap(entry -> entry.value().block());
        policy.ifPresent(this::policy);
        Optional<Setting> id = policy.flatMap(block -> block.find("id")).map(Item.Entry::setting);
        if (id.isEmpty()) {
            findings.add(Rule.POLICY, root.at(), "there is no routeConfiguration with an id", "give it an id");
        }
        return id;
    }

    private void policy(Item.Block policy) {
        only(policy.entries(), OF_POLICY, "a policy");
        policy.value("onException").map(Item::items).orElse(List.of()).stream()
                .map(item -> KameletFile.at(item, "onException").orElse(item))
                .flatMap(item -> item.block().stream())
                .forEach(this::exception);
    }

    private void exception(Item.Block exception) {
        only(exception.entries(), OF_EXCEPTION, "onException");
        exception.value("redeliveryPolicy").flatMap(Item::block).ifPresent(this::redelivery);
        List<Element> steps =
                exception.value("steps").map(new YamlSteps(findings)::steps).orElse(List.of());
        steps.forEach(this::step);
        boolean kept = !steps.isEmpty() && isDeadLetter(steps.get(steps.size() - 1));
        exception
                .find("handled")
                .filter(handled -> !isConstant(handled.value()))
                .ifPresent(handled -> findings.add(
                        Rule.EXPRESSION, handled.at(), "\"handled\" is decided by something else than a constant"));
        exception
                .find("handled")
                .filter(handled -> !kept && !isFalse(handled.value()))
                .ifPresent(handled -> findings.add(
                        Rule.POLICY_SWALLOWS, handled.at(), "the failure counts as handled and nothing is kept"));
    }

    private void redelivery(Item.Block redelivery) {
        only(redelivery.entries(), OF_REDELIVERY, "redeliveryPolicy");
        redelivery.entries().stream()
                .map(Item.Entry::setting)
                .filter(setting ->
                        LOGS_CONTENT.contains(setting.name()) && !setting.text().equals("false"))
                .forEach(setting -> findings.add(
                        Rule.LOG_CONTENT,
                        setting.at(),
                        "\"" + setting.name() + "\" writes the message into the log",
                        "set it to false"));
    }

    private void step(Element step) {
        if (step.kind().equals("log")) {
            new LogRules(findings).check(step);
        } else if (!isDeadLetter(step)) {
            findings.add(Rule.POLICY_SENDS, step.place(), "a policy does not have this step");
        } else {
            StepSettings.check(step, findings);
        }
    }

    private static boolean isDeadLetter(Element step) {
        return step.kind().equals("to")
                && step.endpoint() != null
                && step.endpoint().uri().equals(DEAD_LETTER)
                && step.endpoint().parameters().isEmpty();
    }

    private static boolean isFalse(Item handled) {
        return constant(handled).filter("false"::equals).isPresent();
    }

    private static boolean isConstant(Item handled) {
        return constant(handled).filter(Set.of("true", "false")::contains).isPresent();
    }

    /** Empty for what some language computes. */
    private static Optional<String> constant(Item handled) {
        Item value = KameletFile.at(handled, "constant").orElse(handled);
        value = KameletFile.at(value, "expression").orElse(value);
        return value instanceof Item.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    private void only(List<Item.Entry> entries, Set<String> allowed, String where) {
        entries.stream()
                .filter(entry -> !allowed.contains(entry.key()))
                .forEach(entry ->
                        findings.add(Rule.POLICY_SETTING, entry.at(), where + " has no \"" + entry.key() + "\" here"));
    }
}
