package dev.sealpost.minimisation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What is accepted from an event's JSON, and how it becomes text. */
enum FieldType {
    TEXT("text", JsonNode::isTextual, JsonNode::textValue),
    NUMBER("a number", FieldType::isPlainNumber, node -> node.decimalValue().toPlainString()),
    BOOLEAN("true or false", JsonNode::isBoolean, JsonNode::asText),
    /** An ISO 8601 date, {@code 2026-12-01}, with or without a time of day. */
    DATE("an ISO date", FieldType::isDate, JsonNode::textValue);

    private static final int MOST_DIGITS = 30;
    private static final Pattern DATE_FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T[0-9:.,Z+\\-]{2,40})?");

    private final String description;
    private final Predicate<JsonNode> accepted;
    private final Function<JsonNode, String> text;

    FieldType(String description, Predicate<JsonNode> accepted, Function<JsonNode, String> text) {
        this.description = description;
        this.accepted = accepted;
        this.text = text;
    }

    Optional<String> read(JsonNode node) {
        return accepted.test(node) ? Optional.of(text.apply(node)) : Optional.empty();
    }

    /** For people: {@code is not a number}. */
    String description() {
        return description;
    }

    /** {@code 1e1000000} would become a million digits, or is infinite where numbers are read as doubles. */
    private static boolean isPlainNumber(JsonNode node) {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            return false;
        }
        BigDecimal number = node.decimalValue();
        return number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS;
    }

    private static boolean isDate(JsonNode node) {
        if (!node.isTextual() || !DATE_FORM.matcher(node.textValue()).matches()) {
            return false;
        }
        String text = node.textValue();
        try {
            (text.contains("T") ? DateTimeFormatter.ISO_DATE_TIME : DateTimeFormatter.ISO_LOCAL_DATE)
                    .parse(text, LocalDate::from);
            return true;
        } catch (DateTimeParseException notADate) {
            return false;
        }
    }
}
