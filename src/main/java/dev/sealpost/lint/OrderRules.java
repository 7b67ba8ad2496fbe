package dev.sealpost.lint;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** On every way through a flow the vetted steps come once, in the lawful order, and nothing comes after the last. */
final class OrderRules {

    private final FlowModel flow;
    private final Findings findings;

    OrderRules(FlowModel flow, Findings findings) {
        this.flow = flow;
        this.findings = findings;
    }

    void check(List<Way> ways) {
        if (ways.size() > Way.MOST) {
            findings.add(
                    Rule.BRANCH,
                    flow.place(),
                    "there are more than " + Way.MOST + " ways through the flow",
                    "make two flows of it");
            return;
        }
        Set<StepName> anywhere =
                ways.stream().flatMap(way -> way.steps().stream()).collect(Collectors.toSet());
        ways.forEach(way -> check(way, anywhere));
    }

    private void check(Way way, Set<StepName> anywhere) {
        List<StepName> order = StepName.order(way.steps());
        missing(way, order, anywhere);
        order.forEach(step -> misordered(way, order, step));
        repeated(way);
        strangers(way, order);
        afterTheEnd(way, order);
    }

    private void missing(Way way, List<StepName> order, Set<StepName> anywhere) {
        Map<Optional<Element>, String> byNeed = new LinkedHashMap<>();
        order.stream()
                .filter(step -> way.indexOf(step) < 0)
                .filter(step -> !leftOutByABranch(way, step, anywhere))
                .forEach(step ->
                        byNeed.merge(neededBy(way, order, step), step.word(), (one, other) -> one + ", " + other));
        byNeed.forEach((need, steps) -> findings.add(
                Rule.MISSING_STEP,
                need.map(Element::place).orElseGet(flow::place),
                steps + (steps.contains(",") ? " are" : " is") + " missing"
                        + need.map(element -> ", which " + element.step().word() + " needs before it")
                                .orElse(", so that no message has an outcome"),
                fix(order)));
    }

    private boolean leftOutByABranch(Way way, StepName step, Set<StepName> anywhere) {
        boolean branch = !way.forks().isEmpty() && anywhere.contains(step);
        if (branch) {
            findings.add(
                    Rule.BRANCH,
                    way.forks().get(0).at(),
                    "on one way through this " + way.forks().get(0).kind() + " " + step.word() + " is missing");
        }
        return branch;
    }

    /** The first of its followers. */
    private static Optional<Element> neededBy(Way way, List<StepName> order, StepName missing) {
        return way.elements().stream()
                .filter(element -> rank(order, element) > order.indexOf(missing))
                .findFirst();
    }

    /** A step comes too early if the nearest of those before it that is there comes later. */
    private void misordered(Way way, List<StepName> order, StepName step) {
        if (isTooEarly(way, order, step)) {
            StepName before = predecessor(way, order, step);
            findings.add(
                    Rule.MISORDERED_STEP,
                    way.first(step).orElseThrow().place(),
                    step.word() + " comes before " + before.word() + ", which it needs",
                    fix(order));
        }
    }

    private static boolean isTooEarly(Way way, List<StepName> order, StepName step) {
        StepName before = predecessor(way, order, step);
        return way.indexOf(step) >= 0 && before != null && way.indexOf(before) > way.indexOf(step);
    }

    private static StepName predecessor(Way way, List<StepName> order, StepName step) {
        return order.subList(0, order.indexOf(step)).stream()
                .filter(earlier -> way.indexOf(earlier) >= 0)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private void repeated(Way way) {
        Set<StepName> seen = new HashSet<>();
        way.elements().stream()
                .filter(element -> element.step() != null && !seen.add(element.step()))
                .forEach(element -> findings.add(
                        Rule.REPEATED_STEP, element.place(), element.step().word() + " comes a second time"));
    }

    /** Steps that do not go with what ends the flow. */
    private void strangers(Way way, List<StepName> order) {
        way.elements().stream()
                .filter(element -> element.step() != null && rank(order, element) < 0)
                .forEach(element -> findings.add(
                        Rule.MISORDERED_STEP,
                        element.place(),
                        element.step().word() + " does not go with "
                                + order.get(order.size() - 1).word(),
                        fix(order)));
    }

    private void afterTheEnd(Way way, List<StepName> order) {
        StepName last = order.get(order.size() - 1);
        int end = way.indexOf(last);
        if (end < 0 || isTooEarly(way, order, last)) {
            return;
        }
        way.elements().stream()
                .skip(end + 1L)
                .filter(element -> element.kind().equals("log") || rank(order, element) >= 0)
                .filter(element -> element.step() != last)
                .forEach(
                        element -> findings.add(Rule.AFTER_END, element.place(), "nothing comes after " + last.word()));
    }

    private static int rank(List<StepName> order, Element element) {
        return element.step() == null ? -1 : order.indexOf(element.step());
    }

    private static String fix(List<StepName> order) {
        return "the steps are " + order.stream().map(StepName::word).collect(Collectors.joining(", "))
                + ", in this order";
    }
}
