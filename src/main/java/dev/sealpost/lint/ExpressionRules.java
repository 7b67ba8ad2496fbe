package dev.sealpost.lint;

import java.util.regex.Pattern;

/** Expressions read ids, headers and the clock, never the message, and call nothing. */
final class ExpressionRules {

    /** Simple takes what follows a dot for a method to be called; Kafka's own headers only look like that. */
    private static final String NAME = "(kafka\\.[A-Z_]+|[A-Za-z0-9_-]+)";

    private static final Pattern FUNCTION =
            Pattern.compile("\\$\\{(headers?\\.NAME|exchangeProperty\\.NAME|routeId|date:now(:[A-Za-z:/ .-]+)?)}"
                    .replace("NAME", NAME));
    /** A text that begins with {@code resource:} is loaded from elsewhere, and evaluated. */
    private static final Pattern EVALUATED =
            Pattern.compile("[$#]\\{|\\$simple|\\{\\{|\\$init|^\\s*resource:", Pattern.CASE_INSENSITIVE);

    private ExpressionRules() {}

    static void check(Expression expression, Findings findings) {
        boolean known = expression.language().equals("constant")
                || expression.language().equals("simple");
        if (!known) {
            String language = expression.language().isEmpty() ? "no expression" : "\"" + expression.language() + "\"";
            findings.add(Rule.EXPRESSION, expression.at(), language + " cannot decide about a branch here");
        } else if (expression.text() == null) {
            findings.add(Rule.EXPRESSION, expression.at(), "the expression is not a single text");
        } else if (EVALUATED
                .matcher(FUNCTION.matcher(expression.text()).replaceAll(""))
                .find()) {
            findings.add(
                    Rule.EXPRESSION,
                    expression.at(),
                    "the expression reads more than headers, properties and the clock");
        }
    }
}
