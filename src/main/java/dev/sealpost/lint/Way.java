package dev.sealpost.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One way of a message through a flow.
 *
 * @param elements what it comes by, in order
 * @param forks where it could have gone another way
 */
record Way(List<Element> elements, List<Element> forks) {

    static final int MOST = 100;

    /** Every way there is; more than {@link #MOST} if there are more. */
    static List<Way> through(List<Element> steps) {
        List<Way> ways = List.of(new Way(List.of(), List.of()));
        for (Element step : steps) {
            List<Way> longer = new ArrayList<>();
            for (Way way : ways) {
                longer.addAll(way.on(step));
            }
            ways = longer.size() > MOST ? longer.subList(0, MOST + 1) : longer;
        }
        return ways;
    }

    private List<Way> on(Element step) {
        if (step.ways().isEmpty()) {
            return List.of(with(List.of(step), List.of()));
        }
        boolean fork = step.passable() || step.ways().size() > 1;
        List<Element> here = fork ? List.of(step) : List.of();
        List<Way> next = new ArrayList<>();
        step.ways().forEach(inner -> through(inner)
                .forEach(way -> next.add(with(way.elements(), here).forked(way.forks()))));
        if (step.passable()) {
            next.add(with(List.of(), here));
        }
        return next;
    }

    private Way with(List<Element> more, List<Element> where) {
        return new Way(joined(elements, more), joined(forks, where));
    }

    private Way forked(List<Element> where) {
        return new Way(elements, joined(forks, where));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    List<StepName> steps() {
        return elements.stream().map(Element::step).filter(step -> step != null).toList();
    }

    Optional<Element> first(StepName step) {
        return elements.stream().filter(element -> element.step() == step).findFirst();
    }

    /** Its place among the elements; -1 if it is not there. */
    int indexOf(StepName step) {
        return elements.stream().map(Element::step).toList().indexOf(step);
    }

    Optional<Setting> parameter(StepName step, String name) {
        return first(step).flatMap(element -> element.endpoint().parameter(name));
    }
}
