package dev.sealpost.whatsapp.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text of the configuration with places for minimised fields, <code>Hello {firstName}</code>; a brace itself is written twice. What
 * fills a place is data: it is put in once and nothing in it is looked at.
 */
record Phrase(List<Piece> pieces) {

    private static final Pattern PIECE =
            Pattern.compile("(?<brace>\\{\\{|}})|\\{(?<field>[A-Za-z][A-Za-z0-9_]{0,63})}|(?<words>[^{}]+)");

    sealed interface Piece {

        record Words(String text) implements Piece {}

        record Field(String name) implements Piece {}
    }

    /** Empty if there is a brace that is no place and not written twice. */
    static Optional<Phrase> parse(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                return Optional.empty();
            }
            pieces.add(piece(matcher));
            end = matcher.end();
        }
        return Optional.of(new Phrase(List.copyOf(pieces)));
    }

    static Phrase field(String name) {
        return new Phrase(List.of(new Piece.Field(name)));
    }

    static Phrase words(String text) {
        return new Phrase(List.of(new Piece.Words(text)));
    }

    Stream<String> fields() {
        return pieces.stream()
                .filter(Piece.Field.class::isInstance)
                .map(piece -> ((Piece.Field) piece).name())
                .distinct();
    }

    boolean isConstant() {
        return fields().findAny().isEmpty();
    }

    String fill(UnaryOperator<String> values) {
        return pieces.stream()
                .map(piece ->
                        piece instanceof Piece.Words words ? words.text() : values.apply(((Piece.Field) piece).name()))
                .collect(Collectors.joining());
    }

    private static Piece piece(Matcher matcher) {
        if (matcher.group("field") != null) {
            return new Piece.Field(matcher.group("field"));
        }
        return new Piece.Words(
                matcher.group("brace") != null ? matcher.group("brace").substring(1) : matcher.group("words"));
    }
}
