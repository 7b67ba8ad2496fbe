package dev.sealpost.whatsapp.request;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The languages a template was approved in, and how one is chosen: the person's own if a field tells it, else one of the same
 * language, else the first.
 *
 * @param from the minimised field that holds the person's language ({@code pt-BR}, {@code pt_PT}), if there is one
 */
record Languages(List<String> all, Optional<String> from) {

    /** @param isApproved what is not is passed over while there is another */
    String choose(Map<String, String> fields, Predicate<String> isApproved) {
        String wanted =
                from.map(field -> fields.getOrDefault(field, "")).orElse("").replace('-', '_');
        List<String> inOrder = Stream.of(same(wanted), related(wanted), all.stream())
                .flatMap(languages -> languages)
                .distinct()
                .toList();
        return inOrder.stream().filter(isApproved).findFirst().orElse(inOrder.get(0));
    }

    private Stream<String> same(String wanted) {
        return all.stream().filter(wanted::equalsIgnoreCase);
    }

    private Stream<String> related(String wanted) {
        return all.stream().filter(language -> base(language).equals(base(wanted)));
    }

    private static String base(String language) {
        return language.split("_", 2)[0].toLowerCase(Locale.ROOT);
    }
}
